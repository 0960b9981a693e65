#define _GNU_SOURCE
#include "CDatagrams.h"

#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static socklen_t to_socket(cd_address address, uint16_t port, struct sockaddr_storage *out) {
  memset(out, 0, sizeof *out);
  if (address.is_v6) {
    struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)out;
    v6->sin6_family = AF_INET6;
    v6->sin6_port = htons(port);
    for (int i = 0; i < 8; i++) {
      v6->sin6_addr.s6_addr[i] = (uint8_t)(address.high >> (56 - 8 * i));
      v6->sin6_addr.s6_addr[8 + i] = (uint8_t)(address.low >> (56 - 8 * i));
    }
    return sizeof *v6;
  }
  struct sockaddr_in *v4 = (struct sockaddr_in *)out;
  v4->sin_family = AF_INET;
  v4->sin_port = htons(port);
  v4->sin_addr.s_addr = htonl((uint32_t)address.low);
  return sizeof *v4;
}

static cd_address from_socket(const struct sockaddr_storage *in) {
  cd_address address = {0, 0, false};
  if (in->ss_family == AF_INET6) {
    const struct sockaddr_in6 *v6 = (const struct sockaddr_in6 *)in;
    address.is_v6 = true;
    for (int i = 0; i < 8; i++) {
      address.high = address.high << 8 | v6->sin6_addr.s6_addr[i];
      address.low = address.low << 8 | v6->sin6_addr.s6_addr[8 + i];
    }
  } else {
    address.low = ntohl(((const struct sockaddr_in *)in)->sin_addr.s_addr);
  }
  return address;
}

static int open_socket(cd_address address, uint16_t port, int type, int sharing) {
  struct sockaddr_storage name;
  socklen_t size = to_socket(address, port, &name);
  int descriptor = socket(name.ss_family, type | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return -1;
  int on = 1;
  if (address.is_v6) setsockopt(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
  if (setsockopt(descriptor, SOL_SOCKET, sharing, &on, sizeof on) == 0 &&
      bind(descriptor, (struct sockaddr *)&name, size) == 0)
    return descriptor;
  int reason = errno;
  close(descriptor);
  errno = reason;
  return -1;
}

int cd_open_udp(cd_address address, uint16_t port) {
  int descriptor = open_socket(address, port, SOCK_DGRAM, SO_REUSEPORT);
  if (descriptor < 0) return -1;
  // What comes while the thread is off its processor waits; the system sets the most.
  int room = 4 << 20;
  setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
  setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
  return descriptor;
}

int cd_open_tcp(cd_address address, uint16_t port) {
  int descriptor = open_socket(address, port, SOCK_STREAM | SOCK_NONBLOCK, SO_REUSEADDR);
  if (descriptor < 0 || listen(descriptor, 128) == 0) return descriptor;
  int reason = errno;
  close(descriptor);
  errno = reason;
  return -1;
}

uint16_t cd_port(int descriptor) {
  struct sockaddr_storage name;
  socklen_t size = sizeof name;
  if (getsockname(descriptor, (struct sockaddr *)&name, &size) != 0) return 0;
  return ntohs(
      name.ss_family == AF_INET6 ? ((struct sockaddr_in6 *)&name)->sin6_port
                                 : ((struct sockaddr_in *)&name)->sin_port);
}

int cd_accept(int descriptor, cd_address *from) {
  struct sockaddr_storage name;
  socklen_t size = sizeof name;
  int connection =
      accept4(descriptor, (struct sockaddr *)&name, &size, SOCK_CLOEXEC | SOCK_NONBLOCK);
  if (connection >= 0) *from = from_socket(&name);
  return connection;
}

struct reply {
  int index;  // of the datagram that it answers
  size_t size;
  bool is_queued;
};

// What one message tells the system to cut into segments.
union segment_control {
  struct cmsghdr header;
  char octets[CMSG_SPACE(sizeof(uint16_t))];
};

struct cd_batch {
  struct mmsghdr received[CD_BATCH];
  struct iovec received_parts[CD_BATCH];
  struct sockaddr_storage sources[CD_BATCH];
  struct reply replies[CD_BATCH];
  int reply_count;
  struct mmsghdr sent[CD_BATCH];
  union segment_control controls[CD_BATCH];
  struct iovec sent_parts[CD_BATCH];
  uint8_t datagrams[CD_BATCH][CD_DATAGRAM];
  uint8_t reply_octets[CD_BATCH][CD_DATAGRAM];
};

cd_batch *cd_batch_create(void) {
  cd_batch *batch = calloc(1, sizeof *batch);
  if (!batch) return NULL;
  for (int i = 0; i < CD_BATCH; i++) {
    batch->received_parts[i] = (struct iovec){batch->datagrams[i], CD_DATAGRAM};
    batch->received[i].msg_hdr.msg_iov = &batch->received_parts[i];
    batch->received[i].msg_hdr.msg_iovlen = 1;
    batch->received[i].msg_hdr.msg_name = &batch->sources[i];
  }
  return batch;
}

void cd_batch_free(cd_batch *batch) { free(batch); }

int cd_receive(int descriptor, cd_batch *batch) {
  batch->reply_count = 0;
  for (int i = 0; i < CD_BATCH; i++)
    batch->received[i].msg_hdr.msg_namelen = sizeof batch->sources[i];
  return recvmmsg(descriptor, batch->received, CD_BATCH, MSG_WAITFORONE, NULL);
}

const uint8_t *cd_datagram(const cd_batch *batch, int index, size_t *size) {
  *size = batch->received[index].msg_len;
  return batch->datagrams[index];
}

cd_address cd_source(const cd_batch *batch, int index) {
  return from_socket(&batch->sources[index]);
}

void cd_reply(cd_batch *batch, int index, const uint8_t *octets, size_t size) {
  int place = batch->reply_count++;
  memcpy(batch->reply_octets[place], octets, size);
  batch->replies[place] = (struct reply){index, size, false};
}

// No system takes more at once.
#define SEGMENTS_SIZE 65000
#ifndef UDP_SEGMENT
#define UDP_SEGMENT 103
#endif

static bool is_same_client(const struct msghdr *one, const struct msghdr *other) {
  return one->msg_namelen == other->msg_namelen &&
         memcmp(one->msg_name, other->msg_name, one->msg_namelen) == 0;
}

// Makes one message of the reply at `first` and the later ones of its size to its client, which
// the system takes through its layers together and then cuts apart. The first part to use next.
static int queue_segments(cd_batch *batch, int first, struct mmsghdr *message, int part) {
  const struct reply *reply = &batch->replies[first];
  const struct msghdr *client = &batch->received[reply->index].msg_hdr;
  int start = part;
  size_t total = 0;
  for (int i = first; i < batch->reply_count && total + reply->size <= SEGMENTS_SIZE; i++) {
    struct reply *other = &batch->replies[i];
    if (other->is_queued || other->size != reply->size ||
        !is_same_client(client, &batch->received[other->index].msg_hdr))
      continue;
    other->is_queued = true;
    total += other->size;
    batch->sent_parts[part++] = (struct iovec){batch->reply_octets[i], other->size};
  }
  message->msg_hdr = (struct msghdr){
      .msg_name = client->msg_name,
      .msg_namelen = client->msg_namelen,
      .msg_iov = &batch->sent_parts[start],
      .msg_iovlen = (size_t)(part - start),
  };
  return part;
}

static void cut_into_segments(struct msghdr *message, union segment_control *control) {
  uint16_t size = (uint16_t)message->msg_iov->iov_len;
  message->msg_control = control;
  message->msg_controllen = sizeof *control;
  struct cmsghdr *header = CMSG_FIRSTHDR(message);
  header->cmsg_level = IPPROTO_UDP;
  header->cmsg_type = UDP_SEGMENT;
  header->cmsg_len = CMSG_LEN(sizeof size);
  memcpy(CMSG_DATA(header), &size, sizeof size);
}

// Sends what a message is made of piece by piece, for a system or a network card that cannot cut.
static void send_apart(int descriptor, const struct msghdr *message) {
  for (size_t i = 0; i < message->msg_iovlen; i++) {
    struct msghdr one = *message;
    one.msg_iov = message->msg_iov + i;
    one.msg_iovlen = 1;
    one.msg_control = NULL;
    one.msg_controllen = 0;
    while (sendmsg(descriptor, &one, 0) < 0 && errno == EINTR) continue;
  }
}

void cd_send(int descriptor, cd_batch *batch) {
  int count = 0, part = 0, done = 0;
  for (int i = 0; i < batch->reply_count; i++) {
    if (batch->replies[i].is_queued) continue;
    part = queue_segments(batch, i, &batch->sent[count], part);
    struct msghdr *message = &batch->sent[count].msg_hdr;
    if (message->msg_iovlen > 1) cut_into_segments(message, &batch->controls[count]);
    count++;
  }
  while (done < count) {
    int sent = sendmmsg(descriptor, batch->sent + done, (unsigned)(count - done), 0);
    if (sent > 0) {
      done += sent;
    } else if (errno != EINTR) {
      const struct msghdr *failed = &batch->sent[done++].msg_hdr;
      if (failed->msg_iovlen > 1) send_apart(descriptor, failed);
    }
  }
}

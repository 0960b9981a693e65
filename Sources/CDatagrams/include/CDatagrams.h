#ifndef CDATAGRAMS_H
#define CDATAGRAMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Sockets without the casts of their addresses, and UDP in batches, which the C library shows only
// to GNU sources.

// An IPv6 address, or an IPv4 address in the low half.
typedef struct {
  uint64_t high;
  uint64_t low;
  bool is_v6;
} cd_address;

// Opens and binds a UDP socket that shares its port with others of its kind.
// Each function that gives an int gives -1 on failure, with errno.
int cd_open_udp(cd_address address, uint16_t port);

// Opens a TCP socket that listens alone on its port and never blocks.
int cd_open_tcp(cd_address address, uint16_t port);

// The port that a socket is bound to, 0 if it has none.
uint16_t cd_port(int descriptor);

// Takes a connection that never blocks.
int cd_accept(int descriptor, cd_address *_Nonnull from);

// Datagrams that are received together, each with room for its reply. Of one thread alone.
typedef struct cd_batch cd_batch;

#define CD_BATCH 64
#define CD_DATAGRAM 4096

cd_batch *_Nullable cd_batch_create(void);
void cd_batch_free(cd_batch *_Nullable batch);

// Waits for a datagram and takes what has come until then: how many there are.
// What is longer than CD_DATAGRAM is cut. A socket that was shut down gives empty datagrams.
int cd_receive(int descriptor, cd_batch *_Nonnull batch);

const uint8_t *_Nonnull cd_datagram(
    const cd_batch *_Nonnull batch, int index, size_t *_Nonnull size);
cd_address cd_source(const cd_batch *_Nonnull batch, int index);

// Puts a reply of up to CD_DATAGRAM octets beside a datagram; one at most for each.
void cd_reply(
    cd_batch *_Nonnull batch, int index, const uint8_t *_Nonnull octets, size_t size);

// Sends the replies, those of one size to one client as one; what cannot be sent is left out.
void cd_send(int descriptor, cd_batch *_Nonnull batch);

#endif

"""The café day for SimPy, the peer of the engine's benchmark: every probe and every order is an event.

Sixteen checkers probe every 10 s with threshold 2; two hundred customers order once a minute with a
TTL of 15 s; the primary is dead from hour 6 to hour 9. Prints the seconds that the day took.
"""

import random
import time

import simpy

HOUR = 3_600
alive = [True]
verdicts = [True] * 16
tally = {"placed": 0, "lost": 0}


def probe_forever(env, checker, rng):
    streak = 0
    yield env.timeout(rng.uniform(0, 10))
    while True:
        streak = streak + 1 if alive[0] != verdicts[checker] else 0
        if streak == 2:
            verdicts[checker], streak = alive[0], 0
        yield env.timeout(10)


def order_forever(env, rng):
    primary, fresh_until = True, -1
    yield env.timeout(rng.uniform(0, 60))
    while True:
        if env.now >= fresh_until:
            primary, fresh_until = sum(verdicts) * 100 > 18 * 16, env.now + 15
        tally["placed" if alive[0] or not primary else "lost"] += 1
        yield env.timeout(60)


def fail_and_recover(env):
    yield env.timeout(6 * HOUR)
    alive[0] = False
    yield env.timeout(3 * HOUR)
    alive[0] = True


def main():
    rng = random.Random(7)
    env = simpy.Environment()
    for checker in range(16):
        env.process(probe_forever(env, checker, rng))
    for _ in range(200):
        env.process(order_forever(env, rng))
    env.process(fail_and_recover(env))
    start = time.perf_counter()
    env.run(until=24 * HOUR)
    print(time.perf_counter() - start)


main()

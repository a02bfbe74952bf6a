import type { Where } from '../../app/db/open.ts'
import type { Line } from './line.ts'
import { type MeetingTimes, meetingTimes } from './meeting.ts'
import { spreadOf } from './spread.ts'

type Measured = MeetingTimes['board']

const ms = (value: number) => `${Math.round(value)} ms`
const spread = ({ p50, p95, between: [least, most] }: Measured) =>
  `p50 ${ms(p50)}, p95 ${ms(p95)} (rounds of ${ms(least)} to ${ms(most)})`
const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`

/**
 * The lines of a meeting of a hundred people on one database.
 *
 * @param others processes whose CPU counts too: PostgreSQL
 */
export async function inTheRoom(
  name: string,
  where: Where,
  env: NodeJS.ProcessEnv,
  others: readonly number[] = [],
): Promise<Line[]> {
  const times = await meetingTimes(where, env, others)
  const { bytes, loop, cpu } = times
  const load = cpu === null ? '-' : `${Math.round(cpu)} % of one core`
  return [
    [`${name}: a voice, until it is acknowledged`, spread(times.acknowledged), ''],
    [`${name}: a voice, to the presenter's new count`, spread(times.board), 'p95 250 ms'],
    [
      `${name}: a voice, to every phone, or the answer that nothing changed there`,
      spread(times.phones),
      'p95 500 ms',
    ],
    [`${name}: the same, to phones that show the count (who answered)`, spread(times.newPages), 'p95 500 ms'],
    [`${name}: closing the round, to every phone's new page`, spread(times.closing), 'p95 500 ms'],
    [`${name}: bytes per phone in such a round`, `p50 ${kB(bytes.p50)}, p95 ${kB(bytes.p95)}`, ''],
    [
      `${name}: event loop of the server late meanwhile`,
      `p50 ${loop.p50.toFixed(1)} ms, p99 ${loop.p99.toFixed(1)} ms, at most ${ms(loop.most)}; ${load}`,
      '',
    ],
    ...wokenLines(name, times),
  ]
}

function wokenLines(name: string, { woken }: MeetingTimes): Line[] {
  if (woken === null) return []
  const figure = (times: readonly number[]) => {
    const { p50 } = spreadOf(times)
    return `p50 ${ms(p50)}, at most ${ms(Math.max(...times))}`
  }
  return [
    [`${name}: a phone that slept, from waking to up to date (in a browser)`, figure(woken.looked), '2 s'],
    [`${name}: a phone that was offline, from the network on (in a browser)`, figure(woken.online), '2 s'],
  ]
}

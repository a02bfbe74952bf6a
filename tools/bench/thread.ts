const WARM_UP = 60
const ROUNDS = 7
const EACH = 40

/** Milliseconds of one answer: the middle of some rounds, and the quickest and slowest round. */
export type Spread = { readonly middle: number; readonly least: number; readonly most: number }

/** The thread view of a plan, asked for one at a time of one server: how long an answer takes, drawing and all. */
export async function threadTimes(planUrl: string, cookie: string): Promise<Spread> {
  const ask = async () => {
    const began = performance.now()
    const answer = await fetch(`${planUrl}/thread`, { headers: { cookie } })
    await answer.text()
    if (answer.status !== 200) throw new Error(`the thread view: ${answer.status}`)
    return performance.now() - began
  }
  for (let time = 0; time < WARM_UP; time += 1) await ask()
  const rounds: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const times: number[] = []
    for (let time = 0; time < EACH; time += 1) times.push(await ask())
    rounds.push(middleOf(times))
  }
  return { middle: middleOf(rounds), least: Math.min(...rounds), most: Math.max(...rounds) }
}

const middleOf = (times: readonly number[]) =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0

const STEP = 100

/**
 * Answers after a whole number of steps since the start, whatever the act took: the time tells nothing of whether
 * there was anything to do.
 */
export async function atSteadyPace<Answer>(act: Promise<Answer>): Promise<Answer> {
  const started = performance.now()
  const answer = await act
  const spent = performance.now() - started
  await new Promise((resolve) => setTimeout(resolve, Math.ceil(spent / STEP) * STEP - spent))
  return answer
}

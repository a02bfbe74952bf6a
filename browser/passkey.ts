import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

export type Act = 'sign-in' | 'add' | 'prove'

const PATHS: Record<Act, string> = {
  'sign-in': '/sign-in/passkey',
  add: '/account/passkeys',
  prove: '/account/proof/passkey',
}

export const isAct = (value: unknown): value is Act => typeof value === 'string' && value in PATHS

/** Asks the browser for a passkey and the server whether it knows it; answers where to go. */
export async function usePasskey(act: Act): Promise<string> {
  const options = await post(`${PATHS[act]}/options`, {})
  const response =
    act === 'add'
      ? await startRegistration({
          optionsJSON: options as Parameters<typeof startRegistration>[0]['optionsJSON'],
        })
      : await startAuthentication({
          optionsJSON: options as Parameters<typeof startAuthentication>[0]['optionsJSON'],
        })
  const { to } = (await post(PATHS[act], { response, ...going() })) as { to: string }
  return to
}

/** Where to go afterwards, and whether others use this computer: as the form beside the button says. */
function going() {
  const form = document.querySelector<HTMLFormElement>('form#sign-in, form#own-proof')
  if (!form) return {}
  const fields = new FormData(form)
  return { to: fields.get('to'), shared: fields.get('shared') === 'yes' }
}

async function post(path: string, body: unknown): Promise<unknown> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  })
  const said: unknown = await answer.json()
  if (!answer.ok) throw new Refused(said)
  return said
}

/** The server said no, perhaps in a sentence for the reader. */
export class Refused extends Error {
  readonly sentence: string | null
  constructor(said: unknown) {
    super('refused')
    const sentence = typeof said === 'object' && said !== null && 'sentence' in said ? said.sentence : null
    this.sentence = typeof sentence === 'string' ? sentence : null
  }
}

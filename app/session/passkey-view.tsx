import { Icon } from '../ui/icons.tsx'

type PasskeyProps = {
  /** come in with a passkey, add one to the account, or show within a session that it is you */
  act: 'sign-in' | 'add' | 'prove'
  label: string
  /** said when it did not work */
  failed: string
  /** said where no script runs */
  without?: string
}

/** Shows itself where the browser knows passkeys; the form with id `sign-in` or `own-proof` tells where to go afterwards. */
export function PasskeyButton({ act, label, failed, without }: PasskeyProps) {
  return (
    <div class="mt">
      <pass-key data-act={act} data-failed={failed} hidden>
        <button class="knop stil" type="button">
          <Icon name="person" />
          {label}
        </button>
        <p role="status" class="zacht" />
      </pass-key>
      {without && (
        <noscript>
          <p class="zacht">{without}</p>
        </noscript>
      )}
    </div>
  )
}

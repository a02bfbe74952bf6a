import type { PersonId } from '../kernel/id.ts'
import type { PeerGroup } from './peer.ts'
import type { PeerForm } from './peer-form.ts'
import type { PeerNo } from './peer-may.ts'

/** What was sent with a form and not taken. */
export type PeerTried = { readonly act: string; readonly values: PeerForm; readonly no: PeerNo }

/** A colleague to choose. */
export type Colleague = { readonly value: PersonId; readonly label: string }

export type Choice = { readonly value: string; readonly label: string }

/** One group, as who takes part sees it. */
export type PeerSheet = {
  readonly group: PeerGroup
  /** Who can be asked to join. */
  readonly colleagues: readonly Colleague[]
  readonly topics: readonly Choice[]
  readonly ends: readonly Choice[]
  /** The coordinator, in the word of the school. */
  readonly coordinator: string
  readonly tried: PeerTried | null
}

/** The address of the tray, and of the page of small asks. */
export const TRAY = '/questions/tray'
export const SMALL = '/questions/tray/small'

/** What was sent and not taken, to be shown again with why. */
export type TrayTried = {
  readonly act: string
  readonly values: Readonly<Record<string, string | undefined>>
  readonly field: string | null
  readonly says: string
}

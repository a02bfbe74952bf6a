/** Why a file does not come in as a file: what is in it has not been looked at yet. */
export type ReceiveTrouble = 'no-file' | 'broken' | 'too-large' | 'no-room' | 'busy'

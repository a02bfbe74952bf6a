import { StatusNotice } from '../ui/notice.tsx'
import type { ShellNotice } from '../ui/shell.ts'
import type { Entry } from './entry.ts'
import type { Drawing } from './plan-sheet-view.ts'
import { type Margins, OneCard, Side } from './plan-view.tsx'
import { PrinciplesCard } from './principle-view.tsx'

type FrameProps = { d: Drawing; entry: Entry | null; margins: Margins; notice: ShellNotice | null }

/** One card for its frame; when it closes, the state of the plan beside it comes along. */
export function FrameAnswer({ d, entry, margins, notice }: FrameProps) {
  const tail = <Along d={d} margins={margins} notice={notice} />
  return entry ? (
    <OneCard d={d} entry={entry} margins={margins} tail={tail} />
  ) : (
    <PrinciplesCard d={d} tail={tail} />
  )
}

/** Turbo carries these out when the frame is drawn, and takes them off the page. */
function Along({ d, margins, notice }: Omit<FrameProps, 'entry'>) {
  return (
    <>
      {d.sheet.open === null && (
        <turbo-stream action="replace" target="side">
          <template>
            <Side d={d} margins={margins} />
          </template>
        </turbo-stream>
      )}
      {notice && (
        <turbo-stream action="replace" target="status">
          <template>
            <StatusNotice notice={notice} />
          </template>
        </turbo-stream>
      )}
    </>
  )
}

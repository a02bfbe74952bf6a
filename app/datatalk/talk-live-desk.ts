import { revisionMessage } from '../hall/live.ts'
import { type Feed, liveRooms } from '../hall/live-rooms-desk.ts'
import type { DataTalkId } from '../kernel/id.ts'
import { readRevision } from './talk-store.ts'

const pages = liveRooms<DataTalkId, Feed>({
  topic: 'talk',
  isOneSeat: (one, other) => one.session === other.session,
  async read(db, { id, schoolId }) {
    const revision = await readRevision(db, schoolId, id)
    // A talk that was thrown away is asked for once more.
    const message = revision === null ? null : revisionMessage(revision)
    return () => message
  },
})

/** The open pages of data talks. */
export const { open: openTalkFeed, stop: stopTalkFeeds } = pages

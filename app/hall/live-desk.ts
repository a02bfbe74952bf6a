import type { MeetingId } from '../kernel/id.ts'
import type { Pass, Scene } from '../meeting/meeting.ts'
import { readScene } from '../meeting/scene-store.ts'
import { revisionMessage } from './live.ts'
import { type Feed, liveRooms } from './live-rooms-desk.ts'

/** One open screen of a meeting, by what right: the pass of a device as it stood when the feed was opened. */
type MeetingFeed = Feed & { readonly pass: Pass | null }

const screens = liveRooms<MeetingId, MeetingFeed>({
  topic: 'meeting',
  isOneSeat: (one, other) => one.session === other.session && one.pass?.id === other.pass?.id,
  /** The pages that are asked for next read the same scene. */
  async read(db, { id, schoolId }) {
    const scene = await readScene(db, { kind: 'keeper', schoolId }, id)
    if (scene === null) return null
    const message = revisionMessage(scene.meeting.revision)
    return ({ pass }) => (pass === null || isStill(pass, scene) ? message : null)
  },
})

/** The open screens of meetings. */
export const { open: openFeed, count: openFeeds, stop: stopFeeds } = screens

/** A pass ends with its meeting, and whoever it is confirmed as, or no longer, sees another page. */
function isStill(pass: Pass, { meeting, passes }: Scene) {
  if (meeting.phase === 'closed' || meeting.cancelledAt !== null) return false
  return printOf(passes.find(({ id }) => id === pass.id)) === printOf(pass)
}

/** What a pass gives: confirmed, ended or spoken for by somebody else, it is another one. */
const printOf = (pass: Pass | undefined) => JSON.stringify([pass?.person, pass?.confirmedAt, pass?.endedAt])

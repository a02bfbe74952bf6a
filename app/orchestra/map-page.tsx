import type { Context } from 'hono'
import { planOfToday } from '../plan/plan-store.ts'
import { mustMay } from '../school/school-desk.tsx'
import { topicNames } from '../school/topic-text.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { shellFrom } from '../session/shell.ts'
import { PageHead } from '../ui/head.tsx'
import { Page } from '../ui/page.tsx'
import { teamMapFor } from './map-desk.ts'
import { mayReadMap } from './map-may.ts'
import { questionsIn } from './map-question.ts'
import { mapText } from './map-text.ts'
import { MapView } from './map-view.tsx'
import { tellingOf } from './map-words-view.ts'
import { mapOfTopic } from './team-map.ts'
import { ThreadLinks } from './thread-links-view.tsx'

/** /team/map: who plays what and who learns from whom, whole or by one topic (`?topic=`). */
export const mapPage = {
  get: async (c: Context<OnDesk>) => {
    const desk = deskOf(c)
    const { actor, language } = readerOf(c)
    mustMay(mayReadMap(actor))
    const { map, topics } = await teamMapFor(c)
    const plan = await planOfToday(desk.db, actor, desk.today)
    const chosen = map.topics.find((topic) => topic === c.req.query('topic')) ?? null
    const shown = chosen === null ? map : mapOfTopic(map, chosen)
    const telling = tellingOf(shown, map, topicNames(topics, language), language)
    const asks = questionsIn(map).filter(({ topic }) => chosen === null || topic === chosen)
    const text = mapText(language)
    return c.html(
      <Page shell={shellFrom(desk)} title={text.title} here="team">
        <PageHead title={text.title} under={text.under}>
          <ThreadLinks href={plan && `/plan/${plan}`} here="map" language={language} />
        </PageHead>
        <MapView {...{ telling, topics: map.topics, chosen, asks }} me={actor.personId} />
      </Page>,
    )
  },
}

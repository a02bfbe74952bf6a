import { ownListPage } from './own-list-desk.tsx'
import { topicKeyOf } from './topic.ts'
import { addTopic, offerTopic, topicsOf } from './topic-store.ts'
import { topicText } from './topic-text.ts'

/** /questions/topics: what questions and profiles of the school are about. */
export const topicsPage = ownListPage({
  path: '/questions/topics',
  here: 'questions',
  back: '/questions',
  text: topicText,
  keyOf: topicKeyOf,
  read: topicsOf,
  add: addTopic,
  offer: offerTopic,
})

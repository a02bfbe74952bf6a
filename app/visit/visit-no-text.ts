import { type Language, words } from '../kernel/language.ts'
import type { VisitNo, VisitRefusal } from './visit.ts'

const noText = words({
  nl: {
    'may-not': 'Dit kan alleen wie erbij hoort: wie kijkt, wie bezoek krijgt of wie de groep overneemt.',
    'time-unknown': 'Kies een dag en een tijd. Deze bestaat niet.',
    'time-past': 'Dit moment is al geweest. Kies er een dat nog komt.',
    'too-far': 'Dit is meer dan een jaar vooruit. Kies een moment dat dichterbij ligt.',
    'length-unknown': 'Kies hoe lang het duurt.',
    'no-school-day': 'Dan is er geen school: het is weekend, vakantie of een vrije dag. Kies een andere dag.',
    'no-school-hours': 'Kies een tijd tussen 7.00 en 18.00 uur. Dan is er iemand op school.',
    'words-too-long': 'Deze regel is te lang. Houd het bij een of twee zinnen.',
    'too-many': 'Dat zijn heel veel momenten. Kies er minder.',
    'you-busy':
      'Je hebt op dat moment al iets: een bezoek, een afspraak, een moment dat je aanbiedt, of een vergadering.',
    'host-busy': 'Wie je wilt bezoeken kan dan niet. Kies een ander moment.',
    'visitor-busy': 'Wie komt kijken kan dan niet. Kies een ander moment.',
    'cover-busy': 'Deze collega kan de groep dan niet overnemen. Kies een ander moment of een ander.',
    'offer-gone': 'Dit moment is er niet meer. Kies een ander moment.',
    'offer-taken': 'Iemand was je net voor. Kies een ander moment.',
    'moment-missing': 'Kies een moment.',
    'host-unknown': 'Kies een collega die nu op school werkt.',
    'host-is-you': 'Bij jezelf kijken kan ook, maar daar hoeft niemand voor over te nemen. Kies een collega.',
    'cover-is-host':
      'Deze collega kan niet tegelijk jouw groep overnemen en bij het bezoek zijn. Kies een ander moment.',
    'cover-unknown': 'Kies een collega die niet al bij dit bezoek hoort.',
    'entry-unknown': 'Dit doel of traject staat niet in het plan. Kies een ander, of geen.',
    'question-too-long': 'Deze vraag is te lang. Eén of twee zinnen is genoeg.',
    'same-moment': 'Dit is het moment dat er al staat. Kies een ander.',
    'gone-by': 'Dit moment is al geweest. Je kunt er niets meer aan veranderen.',
    ended: 'Dit bezoek is afgezegd of komt er niet. Vraag gerust een nieuw moment.',
    changed: 'Er is intussen iets veranderd. Hieronder staat hoe het nu is.',
    'swap-gone': 'Deze vraag om te ruilen is er niet meer.',
    'nothing-to-swap': 'Dit bezoek kun je nu niet ruilen. Kies een ander.',
  } satisfies Record<VisitRefusal | 'may-not', string>,
  en: {
    'may-not': 'Only who belongs to it can do this: who looks, who is visited or who takes the class over.',
    'time-unknown': 'Choose a day and a time. This one does not exist.',
    'time-past': 'This moment has been. Choose one that is still to come.',
    'too-far': 'This is more than a year ahead. Choose a moment that is closer.',
    'length-unknown': 'Choose how long it takes.',
    'no-school-day': 'There is no school then: it is a weekend, a holiday or a day off. Choose another day.',
    'no-school-hours': 'Choose a time from 7.00 to 18.00. Then there is somebody at school.',
    'words-too-long': 'This line is too long. Keep it to one or two sentences.',
    'too-many': 'Those are very many moments. Choose fewer.',
    'you-busy':
      'You have something at that moment: a visit, an appointment, a moment that you offer, or a meeting.',
    'host-busy': 'Whom you want to visit can’t be there then. Choose another moment.',
    'visitor-busy': 'Who comes to look can’t be there then. Choose another moment.',
    'cover-busy': 'This colleague can’t take the class over then. Choose another moment or somebody else.',
    'offer-gone': 'This moment is there no longer. Choose another moment.',
    'offer-taken': 'Somebody was just before you. Choose another moment.',
    'moment-missing': 'Choose a moment.',
    'host-unknown': 'Choose a colleague who works at the school now.',
    'host-is-you':
      'You can look at your own lessons too, but nobody needs to take over for that. Choose a colleague.',
    'cover-is-host': 'This colleague can’t take your class over and be at the visit. Choose another moment.',
    'cover-unknown': 'Choose a colleague who is not in this visit already.',
    'entry-unknown': 'This goal or track is not in the plan. Choose another one, or none.',
    'question-too-long': 'This question is too long. One or two sentences will do.',
    'same-moment': 'This is the moment that stands there already. Choose another one.',
    'gone-by': 'This moment has been. Nothing of it can be changed.',
    ended: 'This visit was called off or will not be. Do ask for a new moment.',
    changed: 'Something changed meanwhile. Below it stands as it is now.',
    'swap-gone': 'This question to swap is there no longer.',
    'nothing-to-swap': 'You can’t swap this visit now. Choose another one.',
  },
})

/** Why not, and what to do now. */
export const visitNo = (no: VisitNo, language: Language) => noText(language)[no.refused]

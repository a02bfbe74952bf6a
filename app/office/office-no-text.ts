import { type Language, words } from '../kernel/language.ts'
import type { AppointmentRefusal } from './appointment.ts'
import type { DaysRefusal } from './days.ts'
import type { HoursRefusal } from './hours.ts'
import type { SafeRefusal } from './safe.ts'

type OfficeRefusal = AppointmentRefusal | DaysRefusal | HoursRefusal | SafeRefusal | 'may-not'

const noText = words({
  nl: {
    'may-not': 'Dit kan alleen wie erbij hoort.',
    'person-unknown': 'Kies een collega die nu op school werkt.',
    'with-yourself': 'Met jezelf hoef je niets af te spreken. Kies een collega.',
    'slot-gone': 'Dit moment is er niet meer. Kies een ander.',
    'slot-taken': 'Iemand was je net voor. Kies een ander moment.',
    'you-busy': 'Je hebt op dat moment al iets: een afspraak, een bezoek of een vergadering. Kies een ander.',
    'they-busy': 'Je collega kan dan niet. Kies een ander moment.',
    'many-booked': 'Je hebt al vier afspraken staan. Laat er eerst een komen, of zeg er een af.',
    'time-unknown': 'Kies een dag en een tijd. Deze bestaat niet.',
    'time-past': 'Dit moment is al geweest. Kies er een dat nog komt.',
    'length-unknown': 'Kies hoe lang het duurt.',
    'too-far': 'Dit is meer dan een jaar vooruit. Kies een moment dat dichterbij ligt.',
    'no-school-day': 'Dan is er geen school: het is weekend, vakantie of een vrije dag. Kies een andere dag.',
    'no-school-hours': 'Kies een tijd tussen 7.00 en 18.00 uur. Dan is er iemand op school.',
    'place-too-long': 'Dit is te lang voor een plek. Een paar woorden is genoeg.',
    'same-moment': 'Dit is het moment dat er al staat. Kies een ander.',
    'gone-by': 'Dit moment is al geweest. Kies er een dat nog komt.',
    ended: 'Deze afspraak is al afgezegd. Kies gerust een nieuw moment.',
    changed: 'Er is intussen iets veranderd. Hieronder staat hoe het nu is.',
    'question-unknown': 'Deze vraag is er niet meer, of is al gesloten. Kies een andere, of geen.',
    'day-unknown': 'Kies een dag in dit schooljaar of het volgende.',
    'day-gone-by': 'Deze dag is al geweest. Kies er een die nog komt.',
    'days-many': 'Er staan al heel veel losse dagen. Haal er eerst een paar weg.',
    'stand-in-unknown': 'Kies een collega die nu op school werkt.',
    'stand-in-is-you': 'Kies iemand anders: je kunt niet voor jezelf waarnemen.',
    'weekday-unknown': 'Kies een dag van de week.',
    'clock-unknown': 'Kies een tijd, zoals 15.00.',
    'ends-early': 'Het einde ligt te dicht bij het begin: er past geen gesprek in. Kies een latere tijd.',
    'hours-outside': 'Kies een tijd tussen 7.00 en 18.00 uur.',
    'turn-unknown': 'Kies hoe lang één gesprek duurt.',
    'hours-overlap': 'Op die tijd heb je al spreekuur. Kies een andere tijd, of haal het oude weg.',
    'hours-many': 'Er staat al heel veel. Haal eerst iets weg.',
    'hours-gone': 'Dit spreekuur is er niet meer.',
    'kind-unknown': 'Kies voor wie deze persoon er is.',
    'name-missing': 'Kies een collega, of schrijf een naam op.',
    'name-long': 'Deze naam is te lang. Houd het bij de naam.',
    'phone-unknown':
      'Dit lijkt geen telefoonnummer. Gebruik cijfers, met een + of streepje als dat nodig is.',
    'safe-many': 'Er staan er al twaalf. Haal er eerst een weg.',
    'safe-gone': 'Deze naam was al weg.',
  } satisfies Record<OfficeRefusal, string>,
  en: {
    'may-not': 'Only who belongs to it can do this.',
    'person-unknown': 'Choose a colleague who works at the school now.',
    'with-yourself': 'You need no appointment with yourself. Choose a colleague.',
    'slot-gone': 'This moment is there no longer. Choose another one.',
    'slot-taken': 'Somebody was just before you. Choose another moment.',
    'you-busy':
      'You have something at that moment: an appointment, a visit or a meeting. Choose another one.',
    'they-busy': 'Your colleague can’t be there then. Choose another moment.',
    'many-booked': 'You have four appointments already. Let one come first, or call one off.',
    'time-unknown': 'Choose a day and a time. This one does not exist.',
    'time-past': 'This moment has been. Choose one that is still to come.',
    'length-unknown': 'Choose how long it takes.',
    'too-far': 'This is more than a year ahead. Choose a moment that is closer.',
    'no-school-day': 'There is no school then: it is a weekend, a holiday or a day off. Choose another day.',
    'no-school-hours': 'Choose a time from 7.00 to 18.00. Then there is somebody at school.',
    'place-too-long': 'This is too long for a place. A few words will do.',
    'same-moment': 'This is the moment that stands there already. Choose another one.',
    'gone-by': 'This moment has been. Choose one that is still to come.',
    ended: 'This appointment was called off already. Do choose a new moment.',
    changed: 'Something changed meanwhile. Below it stands as it is now.',
    'question-unknown': 'This question is there no longer, or it is closed. Choose another one, or none.',
    'day-unknown': 'Choose a day in this school year or the next.',
    'day-gone-by': 'This day has been. Choose one that is still to come.',
    'days-many': 'There are very many single days already. Take some away first.',
    'stand-in-unknown': 'Choose a colleague who works at the school now.',
    'stand-in-is-you': 'Choose somebody else: you can’t stand in for yourself.',
    'weekday-unknown': 'Choose a day of the week.',
    'clock-unknown': 'Choose a time, like 15:00.',
    'ends-early': 'The end is too close to the beginning: no talk fits in. Choose a later time.',
    'hours-outside': 'Choose a time from 7.00 to 18.00.',
    'turn-unknown': 'Choose how long one talk takes.',
    'hours-overlap':
      'You have office hours at that time already. Choose another time, or take the old ones away.',
    'hours-many': 'There is very much already. Take something away first.',
    'hours-gone': 'These office hours are there no longer.',
    'kind-unknown': 'Choose for whom this person is there.',
    'name-missing': 'Choose a colleague, or write a name.',
    'name-long': 'This name is too long. Keep to the name.',
    'phone-unknown': 'This does not look like a telephone number. Use digits, with a + or a dash if needed.',
    'safe-many': 'There are twelve already. Take one away first.',
    'safe-gone': 'This name was away already.',
  },
})

/** Why not, and what to do now. */
export const officeNo = (no: { readonly refused: OfficeRefusal }, language: Language) =>
  noText(language)[no.refused]

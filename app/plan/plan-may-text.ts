import { type Language, type Terms, words } from '../kernel/language.ts'
import { LONGEST_PASSAGE } from '../writing/passage.ts'
import type { PlanRefusal } from './plan.ts'
import type { Because } from './plan-may.ts'
import type { PlanNo } from './plan-no.ts'

/** Why somebody may or may not: a sentence for each reason. */
export const mayText = words({
  nl: {
    'team-reads': () => 'Het hele team leest dit.',
    'program-reads': () => 'Een programma van jullie school leest dit mee.',
    'own-track': () => 'Dit is jouw traject. Jij houdt hier de pen vast.',
    'own-effort': () => 'Dit is jouw inzet. Jij houdt hier de pen vast.',
    'coordinator-holds-pen': (terms: Terms) => `De ${terms.coordinator} houdt hier de pen vast.`,
    'member-of-learning-team': () => 'Dit is jullie traject. Het leerteam houdt hier de pen vast.',
    'invited-by-teacher': (terms: Terms) => `De ${terms.teacher} vroeg jou om mee te denken.`,
    'nobodys-track': (terms: Terms) =>
      `Dit traject is nog van niemand. De ${terms.coordinator} bewaart het zolang.`,
    'not-agreed-yet': () =>
      'Hier wordt nog aan geschreven. Het team leest mee zodra de eigenaar achter de tekst staat.',
    'between-these-two': () => 'Een voorstel blijft tussen wie het deed en wie het kreeg.',
    'teacher-holds-pen': (terms: Terms) =>
      `De ${terms.teacher} houdt hier zelf de pen vast. Je kunt wel een voorstel doen.`,
    'only-coordinator': (terms: Terms) => `Dit doet de ${terms.coordinator}.`,
    'only-owner': () => 'Dit kiest alleen wie het traject heeft.',
    'not-invited': (terms: Terms) => `Meedenken kan als de ${terms.teacher} jou daarvoor vraagt.`,
    'decided-by-team': () => 'Hierover beslist het team.',
    'adopted-already': (terms: Terms) =>
      `Het team heeft dit vastgesteld. De ${terms.coordinator} kan het plan weer openen voor inbreng.`,
    'in-decision': () => 'Het plan ligt voor aan het team. Daarom ligt de tekst nu even stil.',
    archived: () => 'Dit plan is afgerond. Je kunt het nog wel lezen.',
    'only-proposes': () => 'Je doet een voorstel. De eigenaar kiest wat ermee gebeurt.',
    'anyone-of-team': () => 'Iedereen van het team mag dit.',
    'own-proposal': () => 'Dit is jouw eigen voorstel.',
    'asked-for-support': () => 'Jij bent hiervoor gevraagd.',
    'by-amendment': () => 'Dit is samen afgesproken. Wil je iets anders? Stel dan een wijziging voor.',
    'looking-back': () =>
      'We kijken nu terug op wat we afspraken. Wat anders moet, nemen we mee naar volgend jaar.',
    'not-sealed': () => 'Deze tekst is nog niet vastgelegd. Je kunt hem gewoon veranderen.',
  },
  en: {
    'team-reads': () => 'The whole team reads this.',
    'program-reads': () => 'A program of your school reads this too.',
    'own-track': () => 'This is your track. You hold the pen here.',
    'own-effort': () => 'This is your effort. You hold the pen here.',
    'coordinator-holds-pen': (terms) => `The ${terms.coordinator} holds the pen here.`,
    'member-of-learning-team': () => 'This is your team’s track. The learning team holds the pen here.',
    'invited-by-teacher': (terms) => `The ${terms.teacher} asked you to think along.`,
    'nobodys-track': (terms) =>
      `This track belongs to nobody yet. The ${terms.coordinator} keeps it for now.`,
    'not-agreed-yet': () =>
      'This is still being written. The team reads it once its owner stands behind the text.',
    'between-these-two': () => 'A proposal stays between who made it and who received it.',
    'teacher-holds-pen': (terms) => `The ${terms.teacher} holds the pen here. You can make a proposal.`,
    'only-coordinator': (terms) => `This is for the ${terms.coordinator}.`,
    'only-owner': () => 'Only the owner of the track chooses this.',
    'not-invited': (terms) => `You can think along when the ${terms.teacher} asks you to.`,
    'decided-by-team': () => 'The team decides on this.',
    'adopted-already': (terms) =>
      `The team has adopted this. The ${terms.coordinator} can open the plan for input again.`,
    'in-decision': () => 'The plan is before the team. That is why the text rests for now.',
    archived: () => 'This plan is closed. You can still read it.',
    'only-proposes': () => 'You make a proposal. The owner chooses what happens with it.',
    'anyone-of-team': () => 'Everyone of the team may do this.',
    'own-proposal': () => 'This is your own proposal.',
    'asked-for-support': () => 'You have been asked for this.',
    'by-amendment': () => 'This was agreed together. Do you want something else? Suggest an amendment.',
    'looking-back': () =>
      'We are looking back at what we agreed. What should be different goes along to next year.',
    'not-sealed': () => 'This text has not been sealed yet. You can simply change it.',
  },
})

/** Why something could not be done, and what to do now. */
export const refusalText = words({
  nl: {
    'sixth-principle':
      'Er is plaats voor vijf principes, niet voor meer: meer gaat ten koste van de aandacht. Haal er eerst een weg, of voeg twee samen.',
    'year-taken': 'Voor dit schooljaar is er al een plan. Open dat, of kies een ander jaar.',
    'no-such-move': 'Deze stap kan nu niet. Kijk waar het plan staat en kies opnieuw.',
    'reason-missing': 'Schrijf in één zin waarom. Dan kan iedereen het later teruglezen.',
    'principle-empty': 'Kies een principe uit de lijst, of schrijf er zelf een.',
    'principle-known': 'Dit principe staat al in het plan.',
    'no-such-field': 'Dit veld is er niet meer. Laad de bladzijde opnieuw; je tekst staat hieronder.',
    'text-too-long': `Deze tekst is langer dan ${LONGEST_PASSAGE.toLocaleString('nl')} tekens. Maak hem korter.`,
    'has-track-already': 'Deze collega heeft al een plek in dit plan.',
    'day-unknown': 'Deze dag kennen we niet. Kies een dag uit de kalender.',
    'day-twice': 'Deze dag staat er al. Kies een andere dag, of laat hem leeg.',
    'hours-unknown': 'Schrijf hele uren als een getal, bijvoorbeeld 12.',
    'line-unknown': 'Deze visielijn is er niet meer. Kies een andere.',
    'person-unknown': 'Deze collega vinden we niet in het team. Kies iemand anders.',
    'goal-unknown': 'Dit doel staat niet meer in het plan. Kies een ander doel.',
    'name-missing': 'Kies van wie het traject is, of schrijf een naam.',
    'already-answered': 'Hierop is al geantwoord. Laad de bladzijde opnieuw om het te zien.',
    'nothing-proposed': 'Het voorstel is gelijk aan wat er al staat. Verander eerst iets.',
    'proposal-open': 'Er ligt al een voorstel van jou. Wacht op antwoord, of trek het eerst terug.',
    'nothing-to-agree': 'Er staat nog geen tekst. Schrijf eerst wat je wilt leren.',
    stale: 'Een collega was je net voor. Kijk wat er nu staat en probeer het dan opnieuw.',
    'kind-unknown': 'We weten niet wat je wilt toevoegen. Kies opnieuw.',
    'year-unknown': 'Dit schooljaar kennen we niet. Kies er een uit de lijst.',
    'hangs-on-itself': 'Een doel kan niet aan zichzelf hangen. Kies iets anders.',
    'aim-unknown': 'Kies een deel uit de lijst, of schrijf een heel getal van 5 tot en met 95.',
    'week-hours-unknown': 'Schrijf uren als een getal van 0 tot en met 60, bijvoorbeeld 8 of 2,5.',
  },
  en: {
    'sixth-principle':
      'There is room for five principles, not more: more would cost attention. Take one away first, or join two.',
    'year-taken': 'This school year already has a plan. Open it, or choose another year.',
    'no-such-move': 'This step is not possible now. See where the plan stands and choose again.',
    'reason-missing': 'Write in one sentence why. Then everyone can read it later.',
    'principle-empty': 'Choose a principle from the list, or write one yourself.',
    'principle-known': 'This principle is in the plan already.',
    'no-such-field': 'This field is no longer there. Load the page again; your text is below.',
    'text-too-long': `This text is longer than ${LONGEST_PASSAGE.toLocaleString('en')} characters. Make it shorter.`,
    'has-track-already': 'This colleague already has a place in this plan.',
    'day-unknown': 'We do not know this day. Choose one from the calendar.',
    'day-twice': 'This day is there already. Choose another, or leave it empty.',
    'hours-unknown': 'Write whole hours as a number, for example 12.',
    'line-unknown': 'This vision line is no longer there. Choose another.',
    'person-unknown': 'We do not find this colleague in the team. Choose someone else.',
    'goal-unknown': 'This goal is no longer in the plan. Choose another goal.',
    'name-missing': 'Choose whose track it is, or write a name.',
    'already-answered': 'This has been answered already. Load the page again to see it.',
    'nothing-proposed': 'The proposal is the same as what stands there. Change something first.',
    'proposal-open': 'There is a proposal of yours already. Wait for the answer, or take it back first.',
    'nothing-to-agree': 'There is no text yet. First write what you want to learn.',
    stale: 'A colleague was just before you. See what stands there now and try again.',
    'kind-unknown': 'We do not know what you want to add. Choose again.',
    'year-unknown': 'We do not know this school year. Choose one from the list.',
    'hangs-on-itself': 'A goal can not hang on itself. Choose something else.',
    'aim-unknown': 'Choose a share from the list, or write a whole number from 5 to 95.',
    'week-hours-unknown': 'Write hours as a number from 0 to 60, for example 8 or 2.5.',
  },
} satisfies { nl: Record<PlanRefusal, string>; en: Record<PlanRefusal, string> })

/** The sentence for a right or the lack of it. */
export const because = (reason: Because, language: Language, terms: Terms) => mayText(language)[reason](terms)

/** The sentence for every way in which the plan says no. */
export const refusalSentence = (no: PlanNo, language: Language, terms: Terms) =>
  no.refused === 'may-not' ? because(no.because, language, terms) : refusalText(language)[no.refused]

import { type Language, words } from '../kernel/language.ts'
import type { BuiltInTopic } from '../school/topic.ts'
import type { BackKey, Stage } from './sentence.ts'

/**
 * Questions back that help thinking, as a good coordinator asks them: open, about what can be seen, without an answer
 * hidden in them.
 */
export const backText = words({
  nl: {
    before: [
      'Wanneer ging dit wél goed, en wat deed je toen?',
      'Wat is de kleinste stap die je morgen kunt proberen?',
      'Stel dat het over twee weken beter gaat: waaraan zie je dat het eerst?',
      'Wat gebeurt er vlak voordat het lastig wordt?',
    ],
    idea: [
      'Waar let je op als je het morgen doet?',
      'Wat hoop je te zien, en bij wie kijk je het eerst?',
      'Als het de eerste keer nog niet lukt: wat doe je dan een tikje anders?',
      'Wie kan er meekijken terwijl jij het doet?',
    ],
    seen: [
      'Bij wie lukte het wel, en wat was daar anders?',
      'Wat van wat je deed, wil je houden?',
      'Wat zou er gebeuren als je iets weglaat in plaats van erbij doet?',
      'Wat verwachtte je te zien, en wat zag je echt?',
      'Wat zouden de kinderen zelf zeggen als je het ze vraagt?',
    ],
    together: [
      'Wat zag je collega dat jou was ontgaan?',
      'Waarover denken jullie verschillend, en wat leer je daarvan?',
      'Als jullie het samen nog eens doen: wat doe jij dan, en wat doet je collega?',
      'Wat van jullie tweeën werkte het best, en hoe houd je dat vast?',
    ],
    behaviour: [
      'Wat gebeurt er vlak voor het gedrag dat je lastig vindt?',
      'Op welk moment van de dag gaat het wél goed, en wat is er dan anders?',
      'Wat levert het gedrag op: aandacht, rust, of een taak minder?',
    ],
    'class-climate': [
      'Wie in de groep kan jou helpen om de toon te zetten?',
      'Welke afspraak is echt van de kinderen, en welke alleen van jou?',
      'Hoe begint de dag als het een goede dag wordt?',
    ],
    instruction: [
      'Waaraan zag je na vijf minuten wie het al begreep?',
      'Welke stap van je uitleg kun je weglaten?',
      'Wat doen de kinderen terwijl jij uitlegt?',
    ],
    'independent-work': [
      'Wat kunnen de kinderen doen als ze vastlopen en jij even niet helpt?',
      'Hoe lang houden ze het nu vol, en wat is er nodig voor één minuut meer?',
      'Welke vraag krijg je het vaakst, en waar zou het antwoord kunnen staan?',
    ],
    cooperation: [
      'Waarvoor hebben ze elkaar bij deze opdracht echt nodig?',
      'Wie praat het meest, en hoe verdeel je de beurten?',
      'Hoe merken ze zelf dat het samenwerken lukte?',
    ],
    reading: [
      'Wat lezen ze wél graag, en hoe weet je dat?',
      'Wat doet een kind als het een woord niet kent?',
      'Hoeveel minuten lezen ze echt op een dag, en waar win je er vijf?',
    ],
    language: [
      'Welke woorden gaan wél goed, en wat is daar anders aan?',
      'Waar gebruiken de kinderen dit in een zin die ze zelf bedenken?',
      'Wat hoor je als een kind hardop vertelt hoe het dit schrijft?',
    ],
    maths: [
      'Wat hoor je als een kind hardop vertelt hoe het rekende?',
      'Met welk materiaal of welke tekening lukt het wél?',
      'Wat is de eerste stap die niet meer vanzelf gaat?',
    ],
    'young-child': [
      'Wat zie je in het vrije spel dat je hier kunt gebruiken?',
      'Wat doet het kind al zelf, ook al is het maar even?',
      'Hoe ziet dit eruit als het een spel is?',
    ],
    gifted: [
      'Welke stof beheerst dit kind al, zodat die weg mag?',
      'Bij welke taak moet dit kind echt even nadenken?',
      'Met wie kan dit kind gelijk op denken?',
    ],
    'support-needs': [
      'Wat is er nodig om mee te kunnen doen, en wat hebben alle kinderen daaraan?',
      'Wat van wat je doet, helpt nu al?',
      'Wat zou dit kind graag willen dat jij wist?',
    ],
    newcomers: [
      'Wat begrijpt dit kind al zonder woorden?',
      'Welke tien woorden maken morgen het meeste verschil?',
      'Wie in de groep wil maatje zijn, en waarbij?',
    ],
    'motor-skills': [
      'In welke houding of met welk materiaal lukt het wél?',
      'Waar op de dag past dit vijf minuten in spel?',
      'Wat is er moeilijk: de beweging, de kracht of het tempo?',
    ],
    parents: [
      'Wat willen deze ouders het liefst weten als ze naar huis gaan?',
      'Wat zou er gebeuren als het kind het gesprek opent én afsluit?',
      'Welke zin wil je in elk geval gezegd hebben?',
    ],
    assessment: [
      'Wat zag je in de klas dat de toets niet laat zien?',
      'Op welke vraag van jou moet dit antwoord geven?',
      'Wat doe je morgen anders door wat je nu weet?',
    ],
    digital: [
      'Wat leren de kinderen hier dat op papier niet lukt?',
      'Waaraan zie jij of ze aan het leren zijn of aan het klikken?',
      'Welk kind kan dit aan de anderen leren?',
    ],
    'video-coaching': [
      'Naar welke dertig seconden wil je als eerste kijken?',
      'Wat ging er in dat stukje vanzelf goed?',
      'Wat hoop je dat een ander op jouw beeld ziet?',
    ],
    'new-colleague': [
      'Wat ging er deze week beter dan vorige week?',
      'Wat mag er nog even blijven liggen?',
      'Bij wie in het team zou je een les willen zien?',
    ],
  } satisfies Record<BuiltInTopic | Stage, readonly string[]>,
  en: {
    before: [
      'When did this go well, and what did you do then?',
      'What is the smallest step that you could try tomorrow?',
      'Suppose it goes better in two weeks: where do you see it first?',
      'What happens just before it gets hard?',
    ],
    idea: [
      'What will you look for when you do it tomorrow?',
      'What do you hope to see, and with whom will you look first?',
      'If it does not work the first time: what will you do just a little differently?',
      'Who can look along while you do it?',
    ],
    seen: [
      'With whom did it work, and what was different there?',
      'What of what you did do you want to keep?',
      'What would happen if you left something out instead of adding something?',
      'What did you expect to see, and what did you really see?',
      'What would the children say if you asked them?',
    ],
    together: [
      'What did your colleague see that you had missed?',
      'Where do the two of you think differently, and what do you learn from that?',
      'If you do it together once more: what will you do, and what will your colleague do?',
      'What of the two of you worked best, and how do you hold on to it?',
    ],
    behaviour: [
      'What happens just before the behaviour that you find hard?',
      'At which moment of the day does it go well, and what is different then?',
      'What does the behaviour bring: attention, quiet, or one task less?',
    ],
    'class-climate': [
      'Who in the group can help you set the tone?',
      'Which agreement is really the children’s, and which one only yours?',
      'How does the day begin when it becomes a good day?',
    ],
    instruction: [
      'How did you see after five minutes who understood it already?',
      'Which step of your explanation can you leave out?',
      'What do the children do while you explain?',
    ],
    'independent-work': [
      'What can the children do when they get stuck and you do not help for a moment?',
      'How long can they keep it up now, and what does one more minute need?',
      'Which question do you get most, and where could the answer stand?',
    ],
    cooperation: [
      'For what do they really need each other in this task?',
      'Who talks most, and how do you share the turns?',
      'How do they notice themselves that working together went well?',
    ],
    reading: [
      'What do they like to read, and how do you know?',
      'What does a child do with a word that it does not know?',
      'How many minutes a day do they really read, and where do you win five?',
    ],
    language: [
      'Which words go well, and what is different about those?',
      'Where do the children use this in a sentence of their own?',
      'What do you hear when a child says aloud how it writes this?',
    ],
    maths: [
      'What do you hear when a child says aloud how it reckoned?',
      'With which material or drawing does it work?',
      'What is the first step that no longer goes by itself?',
    ],
    'young-child': [
      'What do you see in free play that you could use here?',
      'What does the child do by itself already, if only for a moment?',
      'What does this look like when it is a game?',
    ],
    gifted: [
      'What does this child know already, so that it can be left out?',
      'At which task does this child really have to think?',
      'With whom can this child think at the same pace?',
    ],
    'support-needs': [
      'What is needed to join in, and what do all children gain by it?',
      'What of what you do helps already?',
      'What would this child like you to know?',
    ],
    newcomers: [
      'What does this child understand already without words?',
      'Which ten words make the most difference tomorrow?',
      'Who in the group wants to be a buddy, and with what?',
    ],
    'motor-skills': [
      'In which posture or with which material does it work?',
      'Where in the day does this fit into five minutes of play?',
      'What is hard: the movement, the strength or the pace?',
    ],
    parents: [
      'What do these parents most want to know when they go home?',
      'What would happen if the child opened and closed the talk?',
      'Which sentence do you want to have said in any case?',
    ],
    assessment: [
      'What did you see in class that the test does not show?',
      'Which question of yours should this answer?',
      'What will you do differently tomorrow because of what you know now?',
    ],
    digital: [
      'What do the children learn here that does not work on paper?',
      'How do you see whether they are learning or clicking?',
      'Which child can teach this to the others?',
    ],
    'video-coaching': [
      'At which thirty seconds do you want to look first?',
      'What went well by itself in that piece?',
      'What do you hope that somebody else sees on your film?',
    ],
    'new-colleague': [
      'What went better this week than last week?',
      'What can wait for now?',
      'Whose lesson in the team would you like to see?',
    ],
  },
})

/** How many there are, by topic and by stage. */
export const backCounts = (): Record<BuiltInTopic | Stage, number> =>
  Object.fromEntries(Object.entries(backText('nl')).map(([key, list]) => [key, list.length])) as Record<
    BuiltInTopic | Stage,
    number
  >

/** The question that a key names. */
export function backWords(key: BackKey, language: Language): string {
  const dot = key.lastIndexOf('.')
  const list = backText(language)[key.slice(0, dot) as BuiltInTopic | Stage]
  return list[Number(key.slice(dot + 1))] ?? list[0] ?? ''
}

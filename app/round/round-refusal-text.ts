import { words } from '../kernel/language.ts'
import type { RoundRefusal } from './round.ts'

/** What could not be done and what to do now. */
export const roundRefusalText = words({
  nl: {
    'round-closed': 'De ronde is gesloten. Je antwoord van daarvoor telt.',
    'other-round': 'De tekst is intussen aangepast en ligt opnieuw voor. Lees hem, en geef dan je antwoord.',
    'round-open': 'De ronde is nog open. Wacht tot hij sluit.',
    'no-voice': 'In deze ronde heb je geen stem.',
    'reason-missing': 'Zeg in één zin wat er dan misgaat. Zonder reden kunnen we geen betere tekst zoeken.',
    'text-too-long': 'Dit is te lang om te bewaren. Kort het in.',
    'answer-unknown': 'Kies een van de drie antwoorden.',
    'not-everyone-answered': 'Nog niet iedereen heeft geantwoord. De ronde blijft open tot de sluitingstijd.',
    'text-not-changed': 'De tekst is nog dezelfde. Verander hem, zodat het bezwaar een antwoord krijgt.',
    'change-note-missing': 'Schrijf op wat er anders is en waarom.',
    'decision-stands': 'Dit besluit staat al. Een wijziging leg je voor als nieuw voorstel.',
    'was-dropped': 'Dit voorstel is teruggenomen.',
    'no-objection': 'Je hebt hier geen bezwaar om in te trekken.',
    'note-missing': 'Schrijf in één zin met wie of wanneer jullie verdergaan.',
    'way-unknown': 'Kies hoe het verdergaat.',
    'text-missing': 'Er staat nog geen tekst om voor te leggen.',
    'title-missing': 'Geef het voorstel een naam.',
    'rule-unknown': 'Kies hoe jullie beslissen.',
    'percentage-unknown': 'Vul een heel getal in van 50 tot en met 100.',
    'quorum-unknown':
      'Vul een heel getal in: minstens 1, en niet meer dan het aantal collega’s met een stem.',
    'voters-missing': 'Kies wie een stem heeft.',
    'voter-unknown': 'Een van de gekozen mensen hoort niet (meer) bij het team. Kijk de lijst nog eens na.',
    'chair-unknown': 'Kies wie de ronde leidt.',
    'closing-time-unknown': 'Kies een dag en een tijd.',
    'closing-time-past': 'Dit moment is al voorbij. Kies een later moment.',
    'already-asked': 'Dit ligt al voor.',
    'has-own-voice': 'Deze collega heeft zelf al geantwoord. Dat antwoord telt.',
    'vote-unnamed': 'Dit is een stemming zonder namen. Daar hoort geen antwoord met een naam bij.',
    'vote-named': 'In deze ronde staat je naam bij je antwoord. Geef het op het formulier van de ronde.',
    'already-voted': 'Je stem is binnen en telt. Je hoeft niets meer te doen.',
    'not-in-the-room': 'Deze ronde loopt buiten de vergadering. Handen en briefjes tel je in de vergadering.',
    'held-in-room': 'Deze ronde loopt in de vergadering. Wie daar leidt, sluit hem.',
    'count-unknown': 'Vul hele getallen in, van 0 tot het aantal collega’s dat meedoet.',
    'objection-needs-owner':
      'Een bezwaar is geen getal: het heeft een naam en een reden. Leg het apart vast en tel de anderen.',
    'counted-too-many':
      'Er zijn meer handen en antwoorden dan collega’s met een stem. Tel nog eens wie nog niet geantwoord heeft.',
    'counted-too-few':
      'Bij minder dan vijf briefjes is te zien wie wat stemde. Stem dan met naam, of wacht tot meer collega’s meedoen.',
    'counted-already':
      'De handen of briefjes zijn al geteld. Zat jij daar niet bij? Zeg het tegen wie de notulen maakt.',
    'ballots-given':
      'Er zijn al stemmen op telefoons gegeven. Briefjes ernaast zouden laten zien wie wat stemde. Laat iedereen op een telefoon stemmen.',
    'no-term': 'Voor dit besluit is niet afgesproken dat je er later op terug kunt komen.',
    'term-over':
      'De dagen om hierop terug te komen zijn voorbij. Zet het op de agenda van een volgende keer.',
    'was-there': 'Jij was bij deze ronde. Terugkomen kan wie er niet was.',
    'does-not-stand': 'Dit besluit staat nog niet. Er is dus niets om op terug te komen.',
    'unnamed-too-few':
      'Zonder namen stemmen kan vanaf vijf collega’s, met minstens vijf die meedoen. Met minder is te zien wie wat stemde.',
    'unnamed-not-majority':
      'Zonder namen stemmen kan alleen bij een meerderheid. Bij consent heeft elk bezwaar een naam, want daar zoeken jullie samen een tekst voor.',
    'unnamed-in-room':
      'Zonder namen stemmen doe je in de vergadering, waar iedereen erbij is als de stemming sluit.',
    'absent-days-unknown': 'Vul een heel getal in van 1 tot en met 30, of laat het leeg.',
  } satisfies Record<RoundRefusal, string>,
  en: {
    'round-closed': 'The round has closed. Your answer from before counts.',
    'other-round':
      'The text has been changed meanwhile and is put forward anew. Read it, and then give your answer.',
    'round-open': 'The round is still open. Wait until it closes.',
    'no-voice': 'You have no voice in this round.',
    'reason-missing':
      'Say in one sentence what would go wrong. Without a reason we can’t look for a better text.',
    'text-too-long': 'This is too long to keep. Shorten it.',
    'answer-unknown': 'Choose one of the three answers.',
    'not-everyone-answered': 'Not everyone has answered yet. The round stays open until its closing time.',
    'text-not-changed': 'The text is still the same. Change it, so that the objection gets an answer.',
    'change-note-missing': 'Write what is different and why.',
    'decision-stands': 'This decision already stands. Put a change forward as a new proposal.',
    'was-dropped': 'This proposal was taken back.',
    'no-objection': 'You have no objection here to take back.',
    'note-missing': 'Write in one sentence with whom or when you go on.',
    'way-unknown': 'Choose what happens next.',
    'text-missing': 'There is no text to put forward yet.',
    'title-missing': 'Give the proposal a name.',
    'rule-unknown': 'Choose how you decide.',
    'percentage-unknown': 'Fill in a whole number from 50 to 100.',
    'quorum-unknown': 'Fill in a whole number: at least 1, and no more than the colleagues who have a voice.',
    'voters-missing': 'Choose who has a voice.',
    'voter-unknown': 'One of the people chosen is not (or no longer) of the team. Look at the list again.',
    'chair-unknown': 'Choose who leads the round.',
    'closing-time-unknown': 'Choose a day and a time.',
    'closing-time-past': 'This moment has passed. Choose a later one.',
    'already-asked': 'This has already been put forward.',
    'has-own-voice': 'This colleague has already answered in person. That answer counts.',
    'vote-unnamed': 'This is a vote without names. An answer with a name has no place in it.',
    'vote-named': 'In this round your name stands with your answer. Give it on the form of the round.',
    'already-voted': 'Your vote is in and counts. There is nothing more to do.',
    'not-in-the-room': 'This round is held outside the meeting. Hands and papers are counted in the meeting.',
    'held-in-room': 'This round is held in the meeting. Who leads there closes it.',
    'count-unknown': 'Fill in whole numbers, from 0 to the number of colleagues who take part.',
    'objection-needs-owner':
      'An objection is not a number: it has a name and a reason. Record it by itself and count the others.',
    'counted-too-many':
      'There are more hands and answers than colleagues with a voice. Count again who has not answered yet.',
    'counted-too-few':
      'With fewer than five papers one can see who voted what. Vote by name, or wait until more colleagues take part.',
    'counted-already':
      'Hands or papers have been counted already. Were you not among them? Tell who takes the minutes.',
    'ballots-given':
      'Votes have been given on phones already. Papers beside them would show who voted what. Let everyone vote on a phone.',
    'no-term': 'For this decision it was not agreed that you can come back on it later.',
    'term-over': 'The days to come back on this have passed. Put it on the agenda of a next meeting.',
    'was-there': 'You were at this round. Who was away can come back on it.',
    'does-not-stand': 'This decision does not stand yet, so there is nothing to come back on.',
    'unnamed-too-few':
      'A vote without names takes five colleagues or more, with at least five who take part. With fewer one can see who voted what.',
    'unnamed-not-majority':
      'A vote without names goes with a majority only. By consent each objection has a name, for you look for a text together.',
    'unnamed-in-room': 'A vote without names is held in the meeting, where everyone is there when it closes.',
    'absent-days-unknown': 'Fill in a whole number from 1 to 30, or leave it empty.',
  },
})

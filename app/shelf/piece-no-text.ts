import { words } from '../kernel/language.ts'
import type { PieceRefusal } from './piece.ts'
import type { PieceBecause } from './piece-may.ts'

/** Why a piece may or may not, and what to do where something was refused. */
export const pieceNoText = words({
  nl: {
    because: {
      'own-piece': 'Dit is jouw stuk.',
      'on-the-shelf': 'Het ligt op de plank. Het team leest het.',
      'draft-of-writer': 'Dit stuk ligt niet op de plank.',
      'anyone-of-team': 'Iedereen van het team schrijft op de plank.',
      'only-team': 'De plank is van het team.',
      'only-writer': 'Dit stuk is van een collega. Alleen wie het schreef, verandert het.',
      'writer-left': 'Deze collega werkt hier niet meer.',
      'holds-pen': 'Jij houdt hier de pen vast.',
      'coordinator-for-goals': 'Jij houdt de pen vast van de doelen.',
      'only-who-holds-pen': 'Meenemen doet wie hier de pen vasthoudt. Wijs diegene op het stuk.',
      archived: 'Dit plan is afgerond. Neem het mee in een plan dat nog loopt.',
    } satisfies Record<PieceBecause, string>,
    refusal: {
      'title-missing': 'Geef het stuk een titel.',
      'too-long': 'Dit is te lang. Kort het in.',
      'text-too-long': 'Deze tekst is te lang. Kort hem in.',
      'link-wrong': 'Dit is geen adres van een website. Kopieer het adres uit je browser.',
      'subject-unknown': 'Kies een vak uit de lijst.',
      'form-unknown': 'Kies een werkvorm uit de lijst.',
      'nothing-written': 'Schrijf bij een van de vragen een paar zinnen. Dan kan het op de plank.',
      'piece-gone': 'Dit stuk is er niet meer.',
      'promise-open': 'Rond eerst af wat je zou delen. Dan maak je er een stuk van.',
      'entry-unknown': 'Dit doel of traject staat niet meer in het plan. Kies een ander.',
      'not-on-shelf': 'Leg het stuk eerst op de plank. Dan kan het mee in een plan.',
      'enough-pieces': 'Er liggen al honderd concepten van jou. Leg er een op de plank, of gooi er een weg.',
      stale: 'Het plan veranderde net. Probeer het nog eens.',
    } satisfies Record<PieceRefusal, string>,
  },
  en: {
    because: {
      'own-piece': 'This is your piece.',
      'on-the-shelf': 'It lies on the shelf. The team reads it.',
      'draft-of-writer': 'This piece is not on the shelf.',
      'anyone-of-team': 'Everyone of the team writes on the shelf.',
      'only-team': 'The shelf belongs to the team.',
      'only-writer': 'This piece is a colleague’s. Only who wrote it changes it.',
      'writer-left': 'This colleague no longer works here.',
      'holds-pen': 'You hold the pen here.',
      'coordinator-for-goals': 'You hold the pen of the goals.',
      'only-who-holds-pen': 'Taking along is for who holds the pen here. Point them to the piece.',
      archived: 'This plan is finished. Take it into a plan that is still running.',
    },
    refusal: {
      'title-missing': 'Give the piece a title.',
      'too-long': 'This is too long. Shorten it.',
      'text-too-long': 'This text is too long. Shorten it.',
      'link-wrong': 'This is not the address of a website. Copy the address from your browser.',
      'subject-unknown': 'Choose a subject from the list.',
      'form-unknown': 'Choose a form of work from the list.',
      'nothing-written': 'Write a few sentences at one of the questions. Then it can go on the shelf.',
      'piece-gone': 'This piece is no longer there.',
      'promise-open': 'First finish what you would share. Then you make it a piece.',
      'entry-unknown': 'This goal or track is no longer in the plan. Choose another.',
      'not-on-shelf': 'Put the piece on the shelf first. Then it can go into a plan.',
      'enough-pieces': 'A hundred drafts of yours are there. Put one on the shelf, or throw one away.',
      stale: 'The plan changed just now. Try again.',
    },
  },
})

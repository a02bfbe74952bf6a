import { words } from '../kernel/language.ts'

/**
 * What questions, answers and appointments ask of somebody, on Vandaag and in the morning letter: names and kinds only,
 * nothing that somebody wrote.
 */
export const forYouQuestionText = words({
  nl: {
    heavy: {
      title: (name: string) => `${name} vraagt of je komt`,
      someone: 'Een collega vraagt of je komt',
      note: (time: string) => `Het is nu te zwaar, sinds ${time} uur. Je hoeft niets te vragen.`,
      noteDay: (day: string) => `Het is te zwaar, sinds ${day}. Je hoeft niets te vragen.`,
      act: 'Geef antwoord',
      come: (name: string, time: string) => `Je zei tegen ${name} dat je om ${time} uur komt`,
      comeNow: (name: string) => `Je zei tegen ${name} dat je nu komt`,
      comeNote: 'Ben je er geweest? Zeg dat even, dan is het klaar.',
      comeAct: 'Bekijk',
    },
    asked: {
      title: (name: string) => `${name} vraagt je bij een vraag`,
      someone: 'Een collega vraagt je bij een vraag',
      note: 'Ja mag, nee mag ook. Een reden hoeft niet.',
      act: 'Bekijk de vraag',
    },
    said: {
      yes: (name: string) => `${name} denkt met je mee`,
      no: (name: string) => `${name} kan nu niet`,
      passed: (name: string) => `${name} noemt een collega die je kunt vragen`,
      someone: 'Een collega gaf antwoord op je vraag',
      note: {
        yes: 'Kijk wanneer het past.',
        no: 'Er zijn meer collega’s.',
        passed: 'Jij kiest of je dat doet.',
      },
      act: 'Bekijk je vraag',
    },
    answer: {
      title: (name: string) => `${name} antwoordde op je vraag`,
      someone: 'Er is een antwoord op je vraag',
      note: 'Het is een aanbod. De vraag blijft van jou.',
      act: 'Lees het antwoord',
    },
    join: {
      title: (name: string) => `${name} ziet twee vragen die op elkaar lijken`,
      someone: 'Twee vragen lijken op elkaar',
      note: 'Wil je samen verder? Pas als jullie allebei ja zeggen, hoor je van wie de andere is.',
      act: 'Geef antwoord',
    },
    tray: {
      one: 'Er ligt één vraag bij jou',
      more: (count: string) => `Er liggen ${count} vragen bij jou`,
      note: 'Vier antwoorden, en één zin is genoeg.',
      act: 'Bekijk de vragen',
    },
    consent: {
      title: 'Mag jouw vraag als voorbeeld mee?',
      note: 'Meer collega’s vragen dit. Zonder jouw ja leest niemand jouw zin.',
      act: 'Kies zelf',
    },
    look: {
      title: 'Jouw vraag: wat zag je?',
      note: 'Eén zin is genoeg. Of sluit hem af met wat hielp.',
      act: 'Open je vraag',
    },
    topic: {
      title: 'Waar gaat jouw vraag over?',
      note: 'Eén tik. Zo zien jullie samen wat vaker terugkomt, zonder namen.',
      act: 'Kies',
    },
    appointment: {
      today: (time: string, name: string) => `Vandaag om ${time} uur: afspraak met ${name}`,
      coming: (day: string, time: string, name: string) => `${day} om ${time} uur: afspraak met ${name}`,
      off: (name: string) => `De afspraak met ${name} gaat niet door`,
      colleague: 'een collega',
      note: (place: string) => (place === '' ? 'Past het niet meer? Verzet hem met één tik.' : `${place}.`),
      offNote: (day: string, time: string) => `Het was ${day} om ${time} uur.`,
      act: 'Bekijk je afspraak',
    },
    peers: {
      answerOf: (name: string) => `${name} vraagt of je samen wilt leren`,
      answer: {
        title: 'Een collega wil samen met jou leren',
        note: 'Een paar keer dit half jaar, met zijn tweeën of drieën. Nee mag, zonder reden.',
        act: 'Geef antwoord',
      },
      'agree-third': {
        title: 'Jullie kunnen met zijn drieën verder',
        note: 'Dat gaat door als jullie het allemaal willen.',
        act: 'Geef antwoord',
      },
      close: {
        title: 'Samen leren: wat bracht het jou?',
        note: 'Eén zin, voor jezelf. Het mag ook leeg blijven.',
        act: 'Rond het af',
      },
      today: (time: string) => `Vandaag om ${time} uur: samen leren`,
      coming: (day: string, time: string) => `${day} om ${time} uur: samen leren`,
      note: (names: string) => `Met ${names}.`,
      act: 'Bekijk het moment',
    },
  },
  en: {
    heavy: {
      title: (name) => `${name} asks you to come`,
      someone: 'A colleague asks you to come',
      note: (time) => `It is too much now, since ${time}. There is nothing you need to ask.`,
      noteDay: (day) => `It is too much, since ${day}. There is nothing you need to ask.`,
      act: 'Give an answer',
      come: (name, time) => `You told ${name} that you come at ${time}`,
      comeNow: (name) => `You told ${name} that you come now`,
      comeNote: 'Have you been there? Say so, and it is done.',
      comeAct: 'See it',
    },
    asked: {
      title: (name) => `${name} asks you about a question`,
      someone: 'A colleague asks you about a question',
      note: 'Yes is fine, and so is no. No reason needed.',
      act: 'See the question',
    },
    said: {
      yes: (name) => `${name} thinks along with you`,
      no: (name) => `${name} can’t now`,
      passed: (name) => `${name} names a colleague you could ask`,
      someone: 'A colleague answered your question',
      note: {
        yes: 'See when it suits.',
        no: 'There are other colleagues.',
        passed: 'You choose whether you do.',
      },
      act: 'See your question',
    },
    answer: {
      title: (name) => `${name} answered your question`,
      someone: 'There is an answer to your question',
      note: 'It is an offer. The question stays yours.',
      act: 'Read the answer',
    },
    join: {
      title: (name) => `${name} sees two questions that are alike`,
      someone: 'Two questions are alike',
      note: 'Go on together? Only when both of you say yes do you hear whose the other one is.',
      act: 'Give an answer',
    },
    tray: {
      one: 'One question lies with you',
      more: (count) => `${count} questions lie with you`,
      note: 'Four answers, and one sentence is enough.',
      act: 'See the questions',
    },
    consent: {
      title: 'May your question go along as an example?',
      note: 'More colleagues ask this. Without your yes nobody reads your sentence.',
      act: 'Choose',
    },
    look: {
      title: 'Your question: what did you see?',
      note: 'One sentence is enough. Or close it with what helped.',
      act: 'Open your question',
    },
    topic: {
      title: 'What is your question about?',
      note: 'One tap. So you see together what comes back, without names.',
      act: 'Choose',
    },
    appointment: {
      today: (time, name) => `Today at ${time}: appointment with ${name}`,
      coming: (day, time, name) => `${day} at ${time}: appointment with ${name}`,
      off: (name) => `The appointment with ${name} does not go on`,
      colleague: 'a colleague',
      note: (place) => (place === '' ? 'Does it no longer suit? Move it with one tap.' : `${place}.`),
      offNote: (day, time) => `It was ${day} at ${time}.`,
      act: 'See your appointment',
    },
    peers: {
      answerOf: (name) => `${name} asks whether you want to learn together`,
      answer: {
        title: 'A colleague wants to learn together with you',
        note: 'A few times this term, with two or three of you. No is fine, without a reason.',
        act: 'Give an answer',
      },
      'agree-third': {
        title: 'You can go on with three of you',
        note: 'It goes ahead when all of you want it.',
        act: 'Give an answer',
      },
      close: {
        title: 'Learning together: what did it bring you?',
        note: 'One sentence, for yourself. It may stay empty too.',
        act: 'Finish it',
      },
      today: (time) => `Today at ${time}: learning together`,
      coming: (day, time) => `${day} at ${time}: learning together`,
      note: (names) => `With ${names}.`,
      act: 'See the moment',
    },
  },
})

import { words } from '../kernel/language.ts'

/** The lines of 'Voor jou' that come with the days of the year. A title goes along by mail: nobody's words are in it. */
export const remindText = words({
  nl: {
    step: {
      today: 'Jouw stap voor vandaag',
      coming: (day: string) => `Jouw stap voor ${day}`,
      past: (day: string) => `Jouw stap van ${day}: hoe ging het?`,
      act: 'Rond je stap af',
    },
    asked: {
      title: (name: string) => `${name} vraagt je bij een stap`,
      someone: 'Een collega vraagt je bij een stap',
      act: 'Geef antwoord',
    },
    visit: {
      answer: { title: 'Een collega wacht op je antwoord over een bezoek', act: 'Geef antwoord' },
      answerOf: (name: string) => `${name} vraagt je antwoord over een bezoek`,
      cover: { title: 'Wil je een groep overnemen?', act: 'Geef antwoord' },
      'find-cover': { title: 'Wie neemt je groep over als je gaat kijken?', act: 'Regel het' },
      coverOf: (name: string) => `Wil je de groep van ${name} overnemen?`,
      when: (day: string, from: string, to: string) => `${day}, ${from} tot ${to} uur.`,
      what: {
        visitor: (_visitor: string, host: string) => `je kijkt bij ${host}`,
        host: (visitor: string, _host: string) => `${visitor} komt bij jou kijken`,
        cover: (visitor: string, _host: string) => `je neemt de groep van ${visitor} over`,
      },
      today: (what: string) => `Vandaag: ${what}`,
      coming: (day: string, what: string) => `${day}: ${what}`,
      act: 'Bekijk het bezoek',
      off: {
        visitor: (_visitor: string, host: string) => `Je kijkt toch niet bij ${host}`,
        host: (visitor: string, _host: string) => `${visitor} komt toch niet bij jou kijken`,
        cover: (visitor: string, _host: string) => `Je neemt de groep van ${visitor} toch niet over`,
      },
      offNote: (when: string) => `Dit bezoek gaat niet door: ${when}`,
      swap: {
        choose: (name: string) => `${name} vraagt of je van moment wilt ruilen`,
        yes: (name: string) => `${name} wil van moment ruilen: past het nieuwe jou?`,
      },
    },
    evaluation: {
      own: 'jouw traject',
      today: (what: string) => `Vandaag kijk je terug op ${what}`,
      coming: (day: string, what: string) => `${day} kijk je terug op ${what}`,
      several: (count: string) => `${count} trajecten`,
      note: 'Wat zie je nu anders in je groep? Eén zin vooraf helpt het gesprek.',
      act: 'Kijk terug',
    },
    otherDay: {
      title: (name: string) => `${name} stelt een andere evaluatiedag voor`,
      someone: 'Een collega stelt een andere evaluatiedag voor',
      note: (from: string, to: string) => `Van ${from} naar ${to}. Jij kiest.`,
      act: 'Geef antwoord',
    },
    quiet: {
      title: 'Hoe gaat het met je traject?',
      note: (day: string) =>
        `Sinds ${day} kwam er niets bij. Eén kleine stap of één zin is genoeg. Alleen jij ziet deze vraag.`,
      act: 'Open je traject',
    },
    shelf: {
      title: 'Je hebt gedeeld wat je leerde',
      note: 'Wil je er een kort stuk van maken voor de plank? Daar vindt een collega het volgend jaar terug.',
      act: 'Leg het op de plank',
    },
  },
  en: {
    step: {
      today: 'Your step for today',
      coming: (day) => `Your step for ${day}`,
      past: (day) => `Your step of ${day}: how did it go?`,
      act: 'Finish your step',
    },
    asked: {
      title: (name) => `${name} asks you to take part in a step`,
      someone: 'A colleague asks you to take part in a step',
      act: 'Give your answer',
    },
    visit: {
      answer: { title: 'A colleague waits for your answer about a visit', act: 'Give your answer' },
      answerOf: (name) => `${name} asks for your answer about a visit`,
      cover: { title: 'Would you take a class over?', act: 'Give your answer' },
      'find-cover': { title: 'Who takes your class over when you go to look?', act: 'Arrange it' },
      coverOf: (name) => `Would you take over the class of ${name}?`,
      when: (day, from, to) => `${day}, ${from} to ${to}.`,
      what: {
        visitor: (_visitor, host) => `you watch ${host} at work`,
        host: (visitor, _host) => `${visitor} comes to watch you at work`,
        cover: (visitor, _host) => `you take over the class of ${visitor}`,
      },
      today: (what) => `Today: ${what}`,
      coming: (day, what) => `${day}: ${what}`,
      act: 'See the visit',
      off: {
        visitor: (_visitor, host) => `You do not watch ${host} at work after all`,
        host: (visitor, _host) => `${visitor} does not come to watch you at work after all`,
        cover: (visitor, _host) => `You do not take over the class of ${visitor} after all`,
      },
      offNote: (when) => `This visit does not go on: ${when}`,
      swap: {
        choose: (name) => `${name} asks whether you want to swap moments`,
        yes: (name) => `${name} wants to swap moments: does the new one suit you?`,
      },
    },
    evaluation: {
      own: 'your track',
      today: (what) => `Today you look back on ${what}`,
      coming: (day, what) => `${day} you look back on ${what}`,
      several: (count) => `${count} tracks`,
      note: 'What do you see differently in your class? One sentence beforehand helps the talk.',
      act: 'Look back',
    },
    otherDay: {
      title: (name) => `${name} proposes another evaluation day`,
      someone: 'A colleague proposes another evaluation day',
      note: (from, to) => `From ${from} to ${to}. You choose.`,
      act: 'Give your answer',
    },
    quiet: {
      title: 'How is your track going?',
      note: (day) =>
        `Nothing was added since ${day}. One small step or one sentence is enough. Only you see this question.`,
      act: 'Open your track',
    },
    shelf: {
      title: 'You shared what you learnt',
      note: 'Would you make a short piece of it for the shelf? A colleague finds it there next year.',
      act: 'Put it on the shelf',
    },
  },
})

import { words } from '../kernel/language.ts'

/** The daily letter, and the choice to have none. */
export const digestText = words({
  nl: {
    subject: (count: number) =>
      count === 1 ? 'Er wacht één ding op jou' : `Er wachten ${count} dingen op jou`,
    hello: (name: string) => `Dag ${name},`,
    waits: 'Dit wacht op jou in Rode Draad:',
    more: (count: number) => (count === 1 ? 'En nog één ding.' : `En nog ${count} dingen.`),
    all: (href: string) => `Alles op één plek:\n${href}`,
    atMost: 'Je krijgt hooguit één zo’n bericht per dag, en alleen als er iets nieuws wacht.',
    off: (href: string) => `Liever geen bericht? Zet het hier uit:\n${href}`,
    title: 'Bericht per mail',
    isOn: 'Op schooldagen krijg je ’s ochtends één bericht als er iets nieuws op je wacht. Anders niets.',
    isOff: 'Je krijgt geen bericht per mail. Wat op je wacht, staat bij Vandaag.',
    turnOff: 'Zet het bericht uit',
    turnOn: 'Zet het bericht aan',
    offTitle: 'Geen bericht meer per mail',
    offAsk: (name: string) => `${name}, wil je geen dagelijks bericht meer?`,
    offDone: 'Het bericht staat uit. Bij je account zet je het weer aan.',
    offOver: 'Deze link werkt niet meer. Bij je account kun je het bericht uitzetten.',
    toAccount: 'Naar je account',
  },
  en: {
    subject: (count) => (count === 1 ? 'One thing waits for you' : `${count} things wait for you`),
    hello: (name) => `Hello ${name},`,
    waits: 'This waits for you in Rode Draad:',
    more: (count) => (count === 1 ? 'And one thing more.' : `And ${count} things more.`),
    all: (href) => `Everything in one place:\n${href}`,
    atMost: 'You get at most one message like this a day, and only when something new waits.',
    off: (href) => `Rather no message? Turn it off here:\n${href}`,
    title: 'Message by mail',
    isOn: 'On school days you get one message in the morning when something new waits for you. Otherwise none.',
    isOff: 'You get no message by mail. What waits for you is on Today.',
    turnOff: 'Turn the message off',
    turnOn: 'Turn the message on',
    offTitle: 'No more message by mail',
    offAsk: (name) => `${name}, would you rather have no daily message?`,
    offDone: 'The message is off. On your account you turn it on again.',
    offOver: 'This link no longer works. On your account you can turn the message off.',
    toAccount: 'To your account',
  },
})

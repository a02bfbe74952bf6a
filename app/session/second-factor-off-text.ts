import { words } from '../kernel/language.ts'

/** What `second-factor-off` says on the console. */
export const secondFactorOffText = words({
  nl: {
    usage: 'Zo gebruik je het: second-factor-off --email ADRES',
    none: (address: string) => `Niemand met het adres ${address} heeft hier een tweede stap.`,
    done: (address: string) =>
      `De tweede stap van ${address} is weg. Overal uitgelogd; er gaat bericht naar dat adres.`,
  },
  en: {
    usage: 'Use: second-factor-off --email ADDRESS',
    none: (address) => `Nobody with the address ${address} has a second step here.`,
    done: (address) =>
      `The second step of ${address} is gone. Signed out everywhere; word goes to that address.`,
  },
})

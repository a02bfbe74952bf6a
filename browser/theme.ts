const YEAR = 31_536_000
const NAMES = { light: 'licht', dark: 'donker' } as const
type Theme = keyof typeof NAMES

/** The switch between light and dark; what is chosen stays in this browser, else the system decides. */
export function defineThemeSwitch() {
  customElements.define('theme-switch', ThemeSwitch)
}

class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    this.hidden = false
    this.querySelector('button')?.addEventListener('click', () => this.choose(other(shown())))
    this.show()
  }

  choose(theme: Theme) {
    document.documentElement.dataset['thema'] = NAMES[theme]
    // the server reads it, so that the next page comes in the right colours at once
    document.cookie = `theme=${theme}; path=/; max-age=${YEAR}; samesite=lax`
    this.show()
  }

  show() {
    const label = this.querySelector('span')
    if (label) label.textContent = this.dataset[other(shown())] ?? ''
  }
}

const other = (theme: Theme): Theme => (theme === 'dark' ? 'light' : 'dark')

function shown(): Theme {
  const chosen = document.documentElement.dataset['thema']
  if (chosen) return chosen === NAMES.dark ? 'dark' : 'light'
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

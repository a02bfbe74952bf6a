import { Icon } from './icons.tsx'
import type { MenuItem, Shell } from './shell.ts'
import { uiText } from './ui-text.ts'

/** The menu under one's own name: native details, so it opens without script. */
export function Menu({ shell, who }: { shell: Shell; who: { name: string; role: string } }) {
  const text = uiText(shell.language)
  return (
    <details class="ik" data-closes>
      <summary>
        <span class="vh">{text.ownMenu(who.name)}</span>
        <span class="wie" aria-hidden="true">
          <b>{who.name}</b>
          <span>{who.role}</span>
        </span>
        <Icon name="chevron" turns />
      </summary>
      <ul class="ikmenu">
        {shell.menu.map((item) => (
          <li class={'apart' in item ? 'apart' : undefined}>
            <MenuLine item={item} path={shell.path} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function MenuLine({ item, path }: { item: MenuItem; path?: string }) {
  if ('href' in item) {
    return (
      <a href={item.href}>
        <Icon name={item.icon} />
        {item.label}
      </a>
    )
  }
  if ('theme' in item) return <ThemeSwitch names={item.theme} />
  return (
    <form action={item.post} method="post">
      {path && item.name && <input type="hidden" name="back" value={path} />}
      <button type="submit" name={item.name} value={item.value} lang={item.lang}>
        <Icon name={item.icon} />
        {item.label}
      </button>
    </form>
  )
}

/** Shown by its script, which knows what the system has and what this browser chose. */
function ThemeSwitch({ names }: { names: { light: string; dark: string } }) {
  return (
    <theme-switch data-light={names.light} data-dark={names.dark} hidden>
      <button type="button">
        <Icon name="theme" />
        <span>{names.dark}</span>
      </button>
    </theme-switch>
  )
}

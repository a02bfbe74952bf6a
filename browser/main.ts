import { config } from '@hotwired/turbo'
import { watchContents } from './contents.ts'
import { keepFocus } from './focus.ts'
import { openWhatIsLinked } from './linked-details.ts'
import { closeMenus } from './menu.ts'
import { sayWhenOffline } from './offline.ts'
import { definePasskeys } from './passkey-button.ts'
import { defineButtons } from './script-buttons.ts'
import { defineThemeSwitch } from './theme.ts'

// Every page works without this file; here is only what makes it pleasant.
config.drive.progressBarDelay = 300
keepFocus()
openWhatIsLinked()
watchContents()
closeMenus()
sayWhenOffline()
defineButtons()
defineThemeSwitch()
definePasskeys()

import type { Page } from 'playwright-core'

/** How the element that has the focus is named to those who do not see it. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement)) return ''
    const labels = 'labels' in element ? [...(element.labels as NodeListOf<HTMLElement>)] : []
    const name =
      element.getAttribute('aria-label') ??
      (labels.length > 0 ? labels.map((label) => label.textContent).join(' ') : element.textContent)
    return name.replace(/\s+/g, ' ').trim()
  })

/** Presses Tab until what is so named has the focus; fails where Tab does not come by it. */
export const tabTo = async (page: Page, name: string | RegExp, most = 400): Promise<void> => {
  const names: string[] = []
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab')
    const now = await focusedName(page)
    if (typeof name === 'string' ? now === name : name.test(now)) return
    names.push(now)
  }
  throw new Error(
    `Tab does not reach "${String(name)}"; it came by ${names.slice(0, 40).join(' | ')}`,
  )
}

/** Goes to what is so named by Tab alone, and presses it. */
export const press = async (page: Page, name: string | RegExp, key = 'Enter'): Promise<void> => {
  await tabTo(page, name)
  await page.keyboard.press(key)
}

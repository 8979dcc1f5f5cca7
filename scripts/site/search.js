/* global document */
// Searches the documentation in the page itself: the index is a script beside it, loaded when it is first wanted.
const input = document.querySelector('#query')
const results = document.querySelector('#results')
const found = document.querySelector('#found')
const root = document.documentElement.dataset.root ?? ''
const most = 12

let loading
const load = () =>
  (loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = `${root}search-index.js`
    script.onload = () => {
      resolve(globalThis.crampwiseSearchIndex)
    }
    script.onerror = () => {
      reject(new Error('The search index cannot be loaded.'))
    }
    document.head.append(script)
  }))

const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** How well a section answers: every word must be in it; words of headings and whole words count more. */
const score = (words, { title, heading, text }) => {
  let sum = 0
  for (const word of words) {
    const inHeading = heading.includes(word) ? 12 : 0
    const inTitle = title.includes(word) ? 6 : 0
    const at = text.indexOf(word)
    if (inHeading + inTitle === 0 && at < 0) return 0
    const isWhole = at >= 0 && !/[\p{L}\p{N}]/u.test(text.charAt(at - 1) || ' ')
    sum += inHeading + inTitle + (at < 0 ? 0 : isWhole ? 3 : 1)
  }
  return sum
}

const excerpt = (text, word) => {
  const at = Math.max(0, text.toLowerCase().indexOf(word) - 60)
  return `${at > 0 ? '… ' : ''}${text.slice(at, at + 180)}${text.length > at + 180 ? ' …' : ''}`
}

const item = ({ address, page, heading, text }, word) => {
  const li = document.createElement('li')
  const link = document.createElement('a')
  link.href = `${root}${address}`
  link.textContent = heading === '' || heading === page ? page : `${page}: ${heading}`
  const words = document.createElement('p')
  words.textContent = excerpt(text, word)
  li.append(link, words)
  return li
}

const show = async () => {
  const words = wordsOf(input.value)
  if (words.length === 0) {
    results.hidden = true
    results.replaceChildren()
    found.textContent = ''
    return
  }
  let index
  try {
    index = await load()
  } catch (error) {
    found.textContent = `${error.message} Is search-index.js beside the pages?`
    return
  }
  if (words.join(' ') !== wordsOf(input.value).join(' ')) return
  const scored = index.sections
    .map(([page, anchor, heading, text]) => {
      const [title, address] = index.pages[page]
      const lower = {
        title: title.toLowerCase(),
        heading: heading.toLowerCase(),
        text: text.toLowerCase(),
      }
      const one = {
        address: anchor === '' ? address : `${address}#${anchor}`,
        page: title,
        heading,
        text,
      }
      return { one, score: score(words, lower) }
    })
    .filter((entry) => entry.score > 0)
    .sort((a, b) => b.score - a.score)
  results.replaceChildren(...scored.slice(0, most).map(({ one }) => item(one, words[0])))
  results.hidden = scored.length === 0
  const count = scored.length === 1 ? 'One place' : `${String(scored.length)} places`
  found.textContent =
    scored.length === 0
      ? 'Nothing has all of these words.'
      : `${count}${scored.length > most ? `; the best ${String(most)} are shown` : ''}.`
}

input.disabled = false
input.addEventListener('focus', () => {
  load().catch(() => undefined)
})
input.addEventListener('input', () => {
  void show()
})
document.addEventListener('keydown', (event) => {
  const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '')
  if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault()
    input.focus()
  }
  if (event.key === 'Escape' && document.activeElement === input) {
    input.value = ''
    void show()
  }
})

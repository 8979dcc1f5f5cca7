import { posix } from 'node:path'
import { escape } from './markdown.mjs'

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"

const contents = (page, pages, from) => {
  const groups = [...new Set(pages.map(({ group }) => group))]
  return groups
    .map((group) => {
      const items = pages
        .filter((one) => one.group === group)
        .map(({ address, title }) => {
          const here = address === page.address ? ' aria-current="page"' : ''
          return `<li><a href="${escape(from(address))}"${here}>${escape(title)}</a></li>`
        })
      const open = group === page.group || group === 'Tutorials' ? ' open' : ''
      return `<details${open}><summary>${escape(group)}</summary><ul>${items.join('')}</ul></details>`
    })
    .join('\n')
}

/** One page of the site. Everything it needs lies beside it; nothing is inline, and nothing is asked of a network. */
export const pageHtml = (page, pages, body) => {
  const from = (address) => posix.relative(posix.dirname(page.address), address)
  const at = pages.findIndex(({ address }) => address === page.address)
  const neighbor = (one, words, rel) =>
    one === undefined
      ? ''
      : `<a rel="${rel}" href="${escape(from(one.address))}">${words}: ${escape(one.title)}</a>`
  return `<!doctype html>
<html lang="en" data-root="${escape(from('index.html').replace(/index\.html$/, ''))}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escape(page.title)}${page.file === 'README.md' ? '' : ' · crampwise'}</title>
<link rel="icon" href="${from('icon.svg')}">
<link rel="stylesheet" href="${from('site.css')}">
<script src="${from('search.js')}" defer></script>
</head>
<body>
<a class="skip" href="#content">Skip to the text</a>
<header>
<a class="name" href="${from('index.html')}">crampwise</a>
<p>Not clinically signed off. For health professionals.</p>
<search><label for="query">Search</label>
<input id="query" type="search" autocomplete="off" spellcheck="false" aria-describedby="found" disabled>
<p id="found" role="status"></p>
<ol id="results" hidden></ol></search>
</header>
<nav aria-label="Contents">
${contents(page, pages, from)}
</nav>
<main id="content" tabindex="-1">
${body}
</main>
<footer>
<nav aria-label="Before and after">${neighbor(pages[at - 1], 'Before', 'prev')}${neighbor(pages[at + 1], 'Next', 'next')}</nav>
<p>Made from <code>${escape(page.file)}</code>.</p>
</footer>
</body>
</html>
`
}

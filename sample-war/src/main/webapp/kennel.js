'use strict';

const ways = {
  plain: { label: 'Plain', how: 'no identity map' },
  identityMap: { label: 'Identity map', how: '@UseIdentityMap', mapped: true },
  prefetch: { label: 'Prefetch', how: 'identity map, one line more', mapped: true },
  peers: { label: 'Peers', how: 'lazy code, one statement for all peers', mapped: true },
  bypass: { label: 'Bypass', how: 'a map that is bypassed' },
};

const figures = [
  { key: 'statements', label: 'SQL statements' },
  { key: 'distinctInstances', label: 'Entity instances' },
];

const numbers = new Intl.NumberFormat('en');

function element(name, properties = {}, ...children) {
  const result = Object.assign(document.createElement(name), properties);
  result.append(...children);
  return result;
}

async function json(path, options) {
  const response = await fetch(path, options);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Error(answer.error ?? `The server answered ${response.status}`);
  }
  return answer;
}

function say(section, text, isError = false) {
  const message = section.querySelector('.message');
  message.textContent = text;
  message.classList.toggle('error', isError);
}

/** Runs some work with its section marked as busy; what goes wrong is said there. */
async function busy(section, button, work) {
  button.disabled = true;
  section.setAttribute('aria-busy', 'true');
  try {
    await work();
  } catch (error) {
    say(section, error.message, true);
  } finally {
    button.disabled = false;
    section.removeAttribute('aria-busy');
  }
}

function bar(way, value, largest) {
  const fill = element('span', { className: 'fill' });
  fill.style.setProperty('--share', largest ? value / largest : 0);
  return element('div', { className: way.mapped ? 'bar mapped' : 'bar' },
    element('span', { textContent: way.label }),
    element('span', { className: 'track' },
      fill,
      element('span', { className: 'value', textContent: numbers.format(value) })));
}

function chart(comparison, figure) {
  const entries = Object.entries(comparison);
  const largest = Math.max(...entries.map(([, measurement]) => measurement[figure.key]));
  return element('div', { className: 'chart' },
    element('h3', { textContent: figure.label }),
    ...entries.map(([key, measurement]) => bar(ways[key], measurement[figure.key], largest)));
}

function row(key, measurement) {
  const way = ways[key];
  const result = element('tr', {},
    element('th', { scope: 'row' }, way.label, element('small', { textContent: way.how })),
    element('td', { textContent: numbers.format(measurement.statements) }),
    element('td', { textContent: numbers.format(measurement.distinctInstances) }),
    element('td', { textContent: `${numbers.format(Math.round(measurement.millis))} ms` }),
    element('td', {}, element('code', { textContent: measurement.checksum })));
  result.dataset.way = key;
  return result;
}

/** In the order of the ways above, whatever the order in the answer. */
function sorted(comparison) {
  return Object.fromEntries(Object.keys(ways)
    .filter((key) => key in comparison)
    .map((key) => [key, comparison[key]]));
}

function show(section, answer) {
  const comparison = sorted(answer);
  section.querySelector('.charts').replaceChildren(...figures.map((figure) => chart(comparison, figure)));
  section.querySelector('tbody').replaceChildren(
    ...Object.entries(comparison).map(([key, measurement]) => row(key, measurement)));
  const checksums = new Set(Object.values(comparison).map((measurement) => measurement.checksum));
  if (checksums.size === 1) {
    say(section, 'All checksums are equal: every way has read the same names.');
  } else {
    say(section, 'The checksums differ: not every way has read the same names.', true);
  }
}

function run(section) {
  return busy(section, section.querySelector('button'), async () => {
    say(section, 'Running …');
    show(section, await json(section.dataset.comparison));
  });
}

function seenOn(title, seen, mapped) {
  const verdict = seen.sameObject
    ? 'The very object that the other bean renamed.'
    : 'A different object from the one that the other bean renamed.';
  return element('article', { className: mapped ? 'mapped' : '' },
    element('h3', { textContent: title }),
    element('strong', { textContent: seen.name }),
    element('span', { textContent: verdict }));
}

function renaming(section) {
  const form = section.querySelector('form');
  const { dog, name } = form.elements;
  const button = form.querySelector('button');
  const path = () => `api/dogs/${encodeURIComponent(dog.value)}`;

  async function lookUp() {
    section.querySelector('.seen').replaceChildren();
    say(section, '');
    if (!dog.checkValidity()) {
      say(section, 'Dogs have numbers from 1 to 1,000.', true);
      return;
    }
    // What is typed now would be overwritten.
    name.readOnly = true;
    try {
      name.value = (await json(path())).name;
    } catch (error) {
      say(section, error.message, true);
    } finally {
      name.readOnly = false;
    }
  }

  async function rename() {
    if (!dog.checkValidity()) {
      say(section, 'Dogs have numbers from 1 to 1,000.', true);
      return;
    }
    const renamed = await json(path(), {
      method: 'PUT',
      body: new URLSearchParams({ name: name.value }),
    });
    say(section, `“${renamed.before}” is now “${renamed.saved}” in the database.`);
    section.querySelector('.seen').replaceChildren(
      seenOn('Loaded before, within the identity map', renamed.identityMap, true),
      seenOn('Loaded before, past the map', renamed.plain, false));
  }

  dog.addEventListener('change', lookUp);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    busy(section, button, rename);
  });
  return lookUp();
}

async function start() {
  const comparisons = document.querySelectorAll('[data-comparison]');
  for (const section of comparisons) {
    section.querySelector('button').addEventListener('click', () => run(section));
  }
  renaming(document.querySelector('#edit'));
  // One after the other, so that they do not slow each other down.
  for (const section of comparisons) {
    await run(section);
  }
}

start();

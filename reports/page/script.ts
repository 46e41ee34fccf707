/** The only script of the page: switches the language, and says what lies under the pointer. */
export const SCRIPT = `
const root = document.documentElement;
const titles = { 'zh-CN': document.title, en: document.querySelector('meta[name=title-en]').content };
const buttons = document.querySelectorAll('button[data-lang]');
function speak(lang) {
  root.lang = lang;
  document.title = titles[lang];
  for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.lang === lang));
}
for (const button of buttons) button.addEventListener('click', () => speak(button.dataset.lang));
if (location.hash === '#en') speak('en');
const tip = document.querySelector('.tip');
function show(event) {
  const text = event.target.closest && event.target.closest('[data-tip]');
  tip.hidden = !text;
  if (!text) return;
  tip.textContent = text.dataset.tip;
  const { width, height } = tip.getBoundingClientRect();
  const left = Math.min(Math.max(8, event.clientX - width / 2), innerWidth - width - 8);
  const above = event.clientY - height - 14;
  tip.style.left = left + 'px';
  tip.style.top = (above < 8 ? event.clientY + 18 : above) + 'px';
}
addEventListener('pointermove', show);
addEventListener('pointerdown', show);
addEventListener('scroll', () => { tip.hidden = true; }, { passive: true });
const closed = [];
addEventListener('beforeprint', () => {
  for (const box of document.querySelectorAll('details:not([open])')) { box.open = true; closed.push(box); }
});
addEventListener('afterprint', () => { for (const box of closed.splice(0)) box.open = false; });
`.trim();

import type { Message, Texts } from '@guichet/procedure';

/** Shows the code of a capsule in a dialog of the platform, until the person closes it. */
export function showCode(code: string, { ui, lang, dir }: Texts): void {
  const say = (key: string): string => plain(ui[key]) ?? key;
  const dialog = document.createElement('dialog');
  dialog.lang = lang;
  dialog.dir = dir;
  const title = element('h2', say('capsule.code'));
  title.id = `guichet-code-${code.slice(0, 4)}`;
  dialog.setAttribute('aria-labelledby', title.id);
  const digits = element('output', code);
  digits.translate = false;
  digits.dir = 'ltr';
  const close = element('button', say('close'));
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  dialog.append(title, element('p', say('capsule.code.hint')), digits, element('p', ''), close);
  document.body.append(dialog);
  dialog.showModal();
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** These messages take no parameters. */
function plain(message: Message | undefined): string | undefined {
  return typeof message === 'string' ? message : undefined;
}

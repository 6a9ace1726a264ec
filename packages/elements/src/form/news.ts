import type { Issue, PieceFile, SaveView } from '@guichet/engine';
import type { Scope } from './scope.js';

/** Says aloud what happens without the person's doing: uploads, and the truth about saving when it matters. */
export class News {
  readonly #scope: Scope;
  readonly #files = new Map<string, PieceFile['state']>();
  #save: SaveView;

  constructor(scope: Scope) {
    this.#scope = scope;
    this.#save = scope.session.save();
  }

  follow(changed: ReadonlySet<string>): void {
    for (const key of changed) if (key.startsWith('@piece/')) this.#uploads(key.slice(7));
    if (changed.has('@save') && !this.#scope.session.guide)
      this.#saving(this.#scope.session.save());
  }

  #uploads(name: string): void {
    const { session } = this.#scope;
    if (!session.isWhole()) return;
    const { files, issue } = session.piece(name);
    for (const file of files) {
      if (this.#files.get(file.id) === file.state) continue;
      this.#files.set(file.id, file.state);
      this.#scope.announce(this.#said(file, issue));
    }
  }

  #said(file: PieceFile, issue: Issue | undefined): string {
    if (file.state === 'sending') return this.#scope.say('pieces.started', { name: file.name });
    if (file.state === 'stored') return this.#scope.say('pieces.done', { name: file.name });
    if (file.state === 'refused') return issue?.message ?? this.#scope.say('pieces.state.refused');
    return '';
  }

  /** Only a loss or the end of one is worth an interruption: not each save. */
  #saving(now: SaveView): void {
    const before = this.#save;
    this.#save = now;
    if (now.state === 'saving') this.#save = { ...now, state: before.state };
    const lost = now.state === 'nowhere' && before.state !== 'nowhere';
    const found = now.state === 'saved' && before.state === 'nowhere';
    const left = now.state === 'saved' && before.service && !now.service;
    if (lost || found || left) this.#scope.announce(now.sentence);
  }
}

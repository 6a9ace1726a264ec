import type { FormPlan, Pointer, Texts } from '@guichet/procedure';
import type { Progress } from '../draft/apply-change.js';
import type { Version } from '../draft.js';
import type { Page } from '../flow/pages.js';
import type { Walk } from '../flow/walk-flow.js';
import type { RawIssue } from '../judgement.js';
import type { Model } from '../model/model.js';
import type { News } from '../moving/news-of.js';
import type { Ports, Receipt } from '../ports.js';
import type { History } from './history.js';
import type { Saver } from './saver.js';
import type { SessionExtras } from './session-extras.js';
import type { FilingOutcome } from './views.js';
import type { Uploads } from './uploads.js';

/** All that one session holds; acts change it, views read it. */
export interface Core {
  readonly plan: FormPlan;
  /** What only some plans use; there if this one does. */
  readonly extras: SessionExtras | undefined;
  readonly planHash: string;
  readonly zone: string;
  readonly ports: Ports;
  readonly readOnly: boolean;
  readonly news: News | undefined;
  readonly profile: 'administration' | 'third-party';
  readonly progress: Progress;
  readonly model: Model;
  readonly walk: Walk;
  readonly saver: Saver;
  readonly uploads: Uploads;
  /** What was done on this page and can be taken back. */
  readonly history: History;
  texts: Texts;
  /** Of the words that the person sees now; empty when the host does not say. */
  textsHash: string;
  readonly textsHashes: Readonly<Record<string, string>>;
  /** Tells subscribers what became different outside an act of the page. */
  notify(changed: ReadonlySet<string>): void;

  /** Pages walked with today's answers. */
  pages: readonly Page[];
  /** Where each pointer is asked; worked out when an issue asks for it. */
  homes: ReadonlyMap<Pointer, string> | undefined;
  at: string;
  /** Came from the review to change something: go back there. */
  isReturning: boolean;

  /** Text as typed, where it differs from what the value would show. */
  readonly raws: Map<Pointer, unknown>;
  /** Pointers whose issue is drawn. */
  readonly displayed: Set<Pointer>;
  /** Issues that the service found; each vanishes when its pointer is answered. */
  readonly server: Map<Pointer, RawIssue>;
  /** What may be wrong with an answer, and the text it was said of. */
  readonly doubts: Map<Pointer, { readonly about: string; readonly code: string | undefined }>;
  /** Page on which "continue" found something to say. */
  attempted: string | undefined;
  /** What it said then: going on again without a change goes on. */
  confirmed: string | undefined;
  /** Whether nothing that it said stops. */
  mayContinue: boolean;
  hasTriedFiling: boolean;

  filed: Receipt | undefined;
  filedVersion: Version | undefined;
  filing: Promise<FilingOutcome> | undefined;
  /** The page is gone: nothing is begun any more. */
  isClosed: boolean;
  /** End of today in the operator's zone, ms. */
  midnight: number;
}

import type { Day, FieldKind, Pointer, Verdict } from '@guichet/procedure';
import type { ChangeSet, Mark, PieceFile } from '../draft.js';
import type { Receipt } from '../ports.js';

export type { ClosingActs, FileSource, FormSession, Session } from './session.js';

/** A fault in an answer. `stops` follows R13: false means it is said and filed along. */
export interface Issue {
  readonly pointer: Pointer;
  /** Keyword or code: `required`, `format`, `maxLength`, `file-too-large`, … */
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Ready to show, in the session's language. */
  readonly message: string;
  readonly stops: boolean;
  readonly source: 'form' | 'server';
  /** Step instance where it can be mended. */
  readonly step: string;
}

export interface OptionView {
  readonly value: string | number | boolean;
  readonly label: string;
}

/** Everything that one field shows. Labels never change but with the language. */
export interface FieldView {
  readonly pointer: Pointer;
  readonly kind: FieldKind;
  readonly label: string;
  readonly hint: string;
  /** Why it is asked, with its source's title; empty when the author gave none. */
  readonly why: string;
  readonly options: readonly OptionView[];
  readonly shown: boolean;
  readonly required: boolean;
  /** Asked now, and not in the version that the draft was begun under. */
  readonly isNew?: boolean;
  /** What it depends on was marked unknown: drawn optional, "if this concerns you" (rules.md A7). */
  readonly ifConcerned: boolean;
  readonly mayBeUnknown: boolean;
  readonly value: unknown;
  /** Text as typed, kept when it cannot be read as a value (date parts, numbers). */
  readonly raw: unknown;
  readonly mark: Mark | undefined;
  /** Issue to draw now: none before blur or "continue". */
  readonly issue: Issue | undefined;
  readonly advice: readonly string[];
  readonly autocomplete: string;
  readonly inputMode: string;
  readonly maxLength: number | undefined;
  readonly unit: string;
  /** A list can fill it in: `lookUp` of the whole session suggests entries. */
  readonly hasLookup?: true;
  /** Asked of somebody else: who, in a sentence. Shown as read, never answered here. */
  readonly askedOf?: string;
}

export interface GroupView {
  readonly pointer: Pointer;
  readonly title: string;
  readonly addLabel: string;
  readonly hint: string;
  readonly shown: boolean;
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly fields: readonly Pointer[];
  }[];
  readonly canAdd: boolean;
  /** Drawn optional, "if this concerns you": what it depends on was marked unknown (rules.md A7). */
  readonly ifConcerned?: true;
  /** What stands in place of rows: not known, awaited, not said. Absent: nothing. */
  readonly mark?: Mark;
  /** Headings of a table that rows can be brought in from: `importRows` of the whole session. Absent: none can. */
  readonly importColumns?: readonly string[];
  /** What is said of the rows together, gaps included; it never stops a filing. Absent: nothing. */
  readonly advice?: readonly string[];
  readonly issue: Issue | undefined;
}

export interface SectionView {
  readonly title: string;
  readonly hint: string;
  /** Fields and groups, inactive ones included: their views say whether they show. */
  readonly items: readonly { readonly is: 'field' | 'group'; readonly pointer: Pointer }[];
}

export type StepKind = 'fields' | 'each' | 'pieces' | 'review' | 'exit' | 'tasks';

export interface StepView {
  /** `name`, or `name:row` on an `each` step. */
  readonly id: string;
  readonly kind: StepKind;
  readonly title: string;
  readonly intro: string;
  readonly sections: readonly SectionView[];
  /** Names of pieces to draw on a `pieces` step. */
  readonly pieces: readonly string[];
  readonly exit: ExitView | undefined;
  /** On a `tasks` step: what is inside, to be done in any order. */
  readonly tasks?: readonly TaskView[];
  /** Step of the task list that this page is inside of: going there is always possible. */
  readonly list?: string;
  /** The first page of its task: back leads to the list. */
  readonly startsTask?: true;
  /** Nothing follows: a guide ends here. */
  readonly isEnd?: true;
  readonly number: number;
  readonly of: number;
  readonly isFirst: boolean;
  /** "Continue" said what is missing or advised, and nothing stops: pressing it again goes on. */
  readonly mayContinue?: boolean;
}

/** Another way is said to suit better; one can always go on and file. */
export interface ExitView {
  readonly say: string;
  /** Id of the other procedure. */
  readonly procedure: string | undefined;
}

/** One task of a list. */
export interface TaskView {
  readonly name: string;
  readonly title: string;
  /** `cannot-start`: what decides whether it is asked is not known yet; `not-needed`: it is not asked. */
  readonly state: 'not-started' | 'in-progress' | 'done' | 'not-needed' | 'cannot-start';
  /** Page to open; empty when there is none. */
  readonly step: string;
  /** Questions and pieces still missing or to mend. */
  readonly missing: number;
  /** One of them stops filing. */
  readonly stops: boolean;
}

export interface StepSummary {
  readonly id: string;
  readonly title: string;
  readonly state: 'done' | 'current' | 'open' | 'later';
  readonly issues: number;
  /** Step of the task list that it is inside of. */
  readonly list?: string;
}

export interface PieceView {
  readonly name: string;
  /** Page where it can be given; empty when no page of today's path asks for pieces. */
  readonly step: string;
  readonly label: string;
  readonly hint: string;
  /** `may`: what decides it is not known (listed as "may be asked", optional). */
  readonly asked: 'yes' | 'may' | 'no';
  readonly needed: 'examination' | 'delivery' | 'later';
  readonly kinds: readonly OptionView[];
  readonly kind: string | undefined;
  readonly files: readonly (PieceFile & { readonly progress: number })[];
  readonly mark:
    { readonly is: 'missing' | 'awaited'; readonly why: string; readonly from: string } | undefined;
  readonly formats: readonly string[];
  readonly maxBytes: number;
  readonly maxFiles: number;
  readonly issue: Issue | undefined;
  /** What declaring it missing costs, to be said before it is declared (rules.md B6). */
  readonly cost?: string;
  /** One of several of one piece: what they are called together. */
  readonly group?: { readonly name: string; readonly title: string };
  /** Which rows or values will ask for it is not known yet: listed, nothing can be given. */
  readonly isOpen?: true;
  /** Asked of somebody else: who, in a sentence. What they gave is shown, not changed. */
  readonly askedOf?: string;
  /** The paper must be recent on the day of filing. */
  readonly fresh?:
    | {
        readonly asks: string;
        /** In words; empty when it was not said. */
        readonly datedOn: string;
        readonly raw: { readonly year: string; readonly month: string; readonly day: string };
        readonly verdict: Verdict;
        /** What an old paper costs: advice, never a reason to stop; empty unless it is known to be old. */
        readonly stale: string;
      }
    | undefined;
}

/** The filing window, said in full (design: three parts). Days are the operator's. */
export interface WindowView {
  readonly state: 'unknown' | 'before' | 'in' | 'after';
  readonly opens: Day | undefined;
  readonly lastDay: Day | undefined;
  /** Whole days from today to the last day, inclusive of neither; negative when past. */
  readonly daysLeft: number | undefined;
  /** One or more sentences, ready to show. */
  readonly sentences: readonly string[];
  /** Filing now is not offered; `file-on` is (window state `before`). */
  readonly fileOn: Day | undefined;
  /** Day on which the service was asked to file, until it has. */
  readonly scheduled: Day | undefined;
}

export interface FeeView {
  /** Cents; what is certainly due. */
  readonly total: number;
  readonly lines: readonly {
    readonly name: string;
    readonly label: string;
    readonly cents: number;
    readonly certain: boolean;
    readonly source: string;
  }[];
}

export interface ReviewLine {
  readonly pointer: Pointer;
  readonly label: string;
  /** Title of the row it belongs to; absent outside groups. */
  readonly row?: string;
  /** Formatted for reading, in the session's language; empty when there is no answer. */
  readonly answer: string;
  readonly mark: Mark | undefined;
  readonly missing: boolean;
  readonly issue: Issue | undefined;
}
/** A dossier that goes with this one: of a spouse, of a child. */
export interface LinkView {
  readonly name: string;
  readonly row: string | undefined;
  readonly label: string;
  readonly procedure: string;
  readonly file: 'together' | 'apart';
  /** What decides it is not known: it may concern the person. */
  readonly mayBe: boolean;
}
export interface ReviewView {
  readonly sections: readonly {
    readonly step: string;
    readonly title: string;
    readonly lines: readonly ReviewLine[];
  }[];
  readonly pieces: readonly PieceView[];
  /** Required, neither answered nor marked: filed as "to be completed". */
  readonly toComplete: readonly {
    readonly pointer: Pointer;
    readonly label: string;
    readonly step: string;
  }[];
  /** What others are asked for and have not given: nothing of it waits for the person. */
  readonly awaited?: readonly {
    /** Of a field or group; `@piece/<name>` of a piece. */
    readonly pointer: Pointer;
    readonly label: string;
    /** Who is asked. */
    readonly from: string;
  }[];
  /** Dossiers that go with this one. */
  readonly links?: readonly LinkView[];
  readonly fees: FeeView;
  readonly window: WindowView;
}

/** Truth about saving: `device`, `service`, both, or nowhere. */
export interface SaveView {
  readonly state: 'nothing-yet' | 'saving' | 'saved' | 'nowhere';
  readonly device: boolean;
  readonly service: boolean;
  readonly at: string | undefined;
  readonly sentence: string;
}

export type FilingOutcome =
  | { readonly is: 'filed' | 'prepared'; readonly receipt: Receipt }
  | { readonly is: 'amended'; readonly receipt: Receipt }
  | { readonly is: 'already-filed'; readonly receipt: Receipt; readonly difference: ChangeSet }
  | { readonly is: 'issues'; readonly issues: readonly Issue[] }
  /** Null: the planned filing was cancelled. */
  | { readonly is: 'scheduled'; readonly on: Day | null }
  /** Not reached; nothing is lost, the same key will be used again. */
  | { readonly is: 'unreachable' }
  | { readonly is: 'refused'; readonly code: string; readonly message: string };

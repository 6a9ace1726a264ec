/**
 * First tables. Clear columns hold ids, times, names that a procedure gave, and states: nothing a person typed.
 * Whatever is called `body` or `meta` is AES-256-GCM under the key of its draft or dossier.
 */
export const first = `
create table settings (
  name text primary key,
  value bytea not null
);

create table data_keys (
  id text primary key,
  wrapped bytea not null,
  made_at timestamptz not null
);

create table drafts (
  id text primary key,
  capability bytea not null,
  idempotency_key text not null unique,
  key_id text not null references data_keys (id),
  procedure_id text not null,
  procedure_version text not null,
  plan_hash text not null,
  started_at timestamptz not null,
  created_at timestamptz not null,
  entries integer not null default 0,
  dossier_id text
);

create table draft_entries (
  draft_id text not null references drafts (id),
  pos integer not null,
  device text not null,
  n integer not null,
  body bytea not null,
  primary key (draft_id, pos),
  unique (draft_id, device, n)
);

create table draft_notices (
  draft_id text not null references drafts (id),
  at timestamptz not null,
  code text not null,
  body bytea not null,
  primary key (draft_id, at)
);

create table pieces (
  draft_id text not null references drafts (id),
  id text not null,
  piece text not null,
  state text not null,
  size integer not null,
  commitment bytea not null,
  meta bytea not null,
  stored_at timestamptz not null,
  primary key (draft_id, id)
);

create table piece_chunks (
  draft_id text not null,
  piece_id text not null,
  n integer not null,
  body bytea not null,
  primary key (draft_id, piece_id, n),
  foreign key (draft_id, piece_id) references pieces (draft_id, id)
);

create table dossiers (
  id text primary key,
  reference text not null unique,
  draft_id text not null unique references drafts (id),
  capability bytea not null,
  key_id text not null references data_keys (id),
  profile text not null,
  procedure_id text not null,
  procedure_version text not null,
  plan_hash text not null,
  journey text not null,
  seq integer not null,
  version integer not null,
  chain bytea not null,
  created_at timestamptz not null
);

create table events (
  dossier_id text not null references dossiers (id),
  seq integer not null,
  type text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  clock text,
  clock_n integer,
  body bytea not null,
  commitment bytea not null,
  chain bytea not null,
  txid xid8 not null default pg_current_xact_id(),
  primary key (dossier_id, seq)
);
create unique index events_clock on events (dossier_id, clock, clock_n) where clock is not null;
create index events_txid on events (txid);

create table versions (
  dossier_id text not null references dossiers (id),
  n integer not null,
  made_at timestamptz not null,
  commitment bytea not null,
  body bytea not null,
  primary key (dossier_id, n)
);

create table attestations (
  id text primary key,
  dossier_id text not null references dossiers (id),
  kind text not null,
  version integer not null,
  issued_at timestamptz not null,
  body bytea not null
);
create index attestations_dossier on attestations (dossier_id);

create table idempotency (
  key text primary key,
  kind text not null,
  dossier_id text not null references dossiers (id),
  fingerprint bytea not null,
  status integer not null,
  body bytea not null
);
create unique index idempotency_filing on idempotency (dossier_id) where kind = 'filing';

create table schedules (
  draft_id text primary key references drafts (id),
  day text not null,
  body bytea not null
);

create table queue (
  kind text not null,
  subject text not null,
  due_at timestamptz not null,
  leased_until timestamptz,
  primary key (kind, subject)
);
create index queue_due on queue (due_at);
`;

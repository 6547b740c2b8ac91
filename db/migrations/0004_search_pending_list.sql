-- What appends leave in the pending list is moved into the tree by a connection of its own (ingest/tidy-search.ts). At this size, which
-- is only reached when that fails, the append that comes next does it, while all others of its team wait: 60 ms at the default 4 MB.
ALTER INDEX "activity_events_search" SET (gin_pending_list_limit = 16384);

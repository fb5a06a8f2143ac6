-- Segments of checkpoints, where they are not kept in a folder: each in pieces of at most a MiB, all of a segment
-- written by one COPY, so that a segment is there whole or not at all.

CREATE TABLE AgentVerseSegment (
    ServiceId varchar(150) NOT NULL,
    Experiment varchar(150) NOT NULL,
    Path varchar(512) NOT NULL,
    Piece int NOT NULL,
    Bytes bytea NOT NULL,
    PRIMARY KEY (ServiceId, Experiment, Path, Piece));

ALTER TABLE AgentVerseSegment ALTER COLUMN Bytes SET STORAGE EXTERNAL;

CREATE TABLE `assessment_entry` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`year` integer NOT NULL,
	`unit` text NOT NULL,
	`item` text NOT NULL,
	`points` real,
	`pieces` real,
	`evidence` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`withdrawn_at` text,
	`withdrawn_by` text
);
--> statement-breakpoint
CREATE INDEX `assessment_entry_item` ON `assessment_entry` (`year`,`unit`,`item`);--> statement-breakpoint
CREATE TABLE `assessment_objection` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`year` integer NOT NULL,
	`unit` text NOT NULL,
	`item` text NOT NULL,
	`claim` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`state` text NOT NULL,
	`before` real,
	`after` real,
	`decision` text NOT NULL,
	`decided_by` text NOT NULL,
	`decided_at` text,
	`decided_from` real,
	`last_entry` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `assessment_objection_unit` ON `assessment_objection` (`year`,`unit`);--> statement-breakpoint
CREATE TABLE `assessment_scheme` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`year` integer NOT NULL,
	`version` integer NOT NULL,
	`data` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assessment_scheme_once` ON `assessment_scheme` (`year`,`version`);--> statement-breakpoint
CREATE TABLE `chase` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit` text NOT NULL,
	`duty` text NOT NULL,
	`period` text NOT NULL,
	`at` text NOT NULL,
	`how` text NOT NULL,
	`whom` text NOT NULL,
	`answer` text NOT NULL,
	`promised` text,
	`by` text NOT NULL,
	`paper` integer,
	`withdrawn_at` text
);
--> statement-breakpoint
CREATE INDEX `chase_square` ON `chase` (`period`,`duty`,`unit`);--> statement-breakpoint
CREATE INDEX `chase_unit` ON `chase` (`unit`,`at`);--> statement-breakpoint
CREATE TABLE `document_number` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`pattern` text NOT NULL,
	`year` integer NOT NULL,
	`seq` integer NOT NULL,
	`state` text NOT NULL,
	`paper` integer,
	`subject` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `document_number_once` ON `document_number` (`pattern`,`year`,`seq`);--> statement-breakpoint
CREATE UNIQUE INDEX `document_number_paper` ON `document_number` (`paper`);--> statement-breakpoint
CREATE TABLE `paper` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`period` text,
	`as_of` text NOT NULL,
	`state` text NOT NULL,
	`title` text NOT NULL,
	`addressee` text NOT NULL,
	`date` text,
	`scope` text NOT NULL,
	`form` text NOT NULL,
	`annexes` text,
	`edits` text NOT NULL,
	`revision` integer NOT NULL,
	`steps` text NOT NULL,
	`frozen` text,
	`void_reason` text DEFAULT '' NOT NULL,
	`about` integer,
	`removed_at` text
);
--> statement-breakpoint
CREATE INDEX `paper_state` ON `paper` (`state`,`kind`);--> statement-breakpoint
CREATE INDEX `paper_period` ON `paper` (`period`);--> statement-breakpoint
CREATE TABLE `paper_print` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`paper` integer NOT NULL,
	`form` text NOT NULL,
	`sha256` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `paper_print_once` ON `paper_print` (`paper`,`form`);
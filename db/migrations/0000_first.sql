CREATE TABLE `audit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `batch` (
	`id` text PRIMARY KEY NOT NULL,
	`committed_at` text NOT NULL,
	`received_at` text,
	`undone_at` text,
	`file_count` integer NOT NULL,
	`table_count` integer NOT NULL,
	`record_count` integer NOT NULL,
	`files` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `duty` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`data` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `finding` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`record` integer NOT NULL,
	`row` integer,
	`cell` text,
	`column` text,
	`field` text,
	`rule` text NOT NULL,
	`severity` text NOT NULL,
	`value` text NOT NULL,
	`message` text NOT NULL,
	`confirmed_reason` text,
	`confirmed_at` text
);
--> statement-breakpoint
CREATE INDEX `finding_record` ON `finding` (`record`);--> statement-breakpoint
CREATE INDEX `finding_rule` ON `finding` (`rule`,`record`);--> statement-breakpoint
CREATE TABLE `imported_file` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`batch` text NOT NULL,
	`name` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`received_at` text NOT NULL,
	`overrides` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `imported_file_sha256` ON `imported_file` (`sha256`);--> statement-breakpoint
CREATE INDEX `imported_file_batch` ON `imported_file` (`batch`);--> statement-breakpoint
CREATE TABLE `record` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`lineage` integer NOT NULL,
	`version` integer NOT NULL,
	`state` text NOT NULL,
	`batch` text NOT NULL,
	`removed_by` text,
	`unit` text NOT NULL,
	`duty` text NOT NULL,
	`period` text NOT NULL,
	`template` text NOT NULL,
	`key` text NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`values` text NOT NULL,
	`raw` text NOT NULL,
	`extras` text NOT NULL,
	`decision_date` text,
	`sent_at` text NOT NULL,
	`received_at` text NOT NULL,
	`timely` integer,
	`compliant` integer NOT NULL,
	`file` text NOT NULL,
	`sheet` text NOT NULL,
	`row` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `record_scope` ON `record` (`period`,`unit`,`duty`,`template`,`state`);--> statement-breakpoint
CREATE INDEX `record_template` ON `record` (`template`,`state`,`period`);--> statement-breakpoint
CREATE INDEX `record_unit` ON `record` (`unit`,`state`);--> statement-breakpoint
CREATE INDEX `record_lineage` ON `record` (`lineage`,`version`);--> statement-breakpoint
CREATE INDEX `record_batch` ON `record` (`batch`);--> statement-breakpoint
CREATE INDEX `record_removed_by` ON `record` (`removed_by`) WHERE removed_by is not null;--> statement-breakpoint
CREATE INDEX `record_faulty` ON `record` (`period`,`unit`,`template`,`file`,`row`) WHERE state = 'current' and compliant = 0;--> statement-breakpoint
CREATE TABLE `setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sighting` (
	`record` integer NOT NULL,
	`batch` text NOT NULL,
	`received_at` text NOT NULL,
	PRIMARY KEY(`record`, `batch`)
);
--> statement-breakpoint
CREATE INDEX `sighting_batch` ON `sighting` (`batch`);--> statement-breakpoint
CREATE TABLE `submission` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit` text NOT NULL,
	`duty` text NOT NULL,
	`period` text NOT NULL,
	`template` text,
	`kind` text NOT NULL,
	`received_at` text NOT NULL,
	`note` text NOT NULL,
	`file` text,
	`sha256` text,
	`batch` text,
	`records` integer NOT NULL,
	`count` integer NOT NULL,
	`withdrawn_at` text
);
--> statement-breakpoint
CREATE INDEX `submission_period` ON `submission` (`period`,`duty`,`unit`);--> statement-breakpoint
CREATE INDEX `submission_batch` ON `submission` (`batch`);--> statement-breakpoint
CREATE TABLE `tally` (
	`period` text NOT NULL,
	`unit` text NOT NULL,
	`duty` text NOT NULL,
	`template` text NOT NULL,
	`records` integer NOT NULL,
	`compliant` integer NOT NULL,
	`updates` integer NOT NULL,
	`clocked` integer NOT NULL,
	`timely` integer NOT NULL,
	PRIMARY KEY(`period`, `unit`, `duty`, `template`)
);
--> statement-breakpoint
CREATE TABLE `unit` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`official_name` text NOT NULL,
	`aliases` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`active_from` text,
	`active_to` text,
	`contacts` text NOT NULL,
	`note` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `unit_group` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`source` text NOT NULL,
	`units` text NOT NULL,
	`open` integer NOT NULL,
	`note` text NOT NULL
);

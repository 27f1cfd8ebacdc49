CREATE TABLE `attachment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`batch` text NOT NULL,
	`name` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`received_at` text NOT NULL,
	`unit` text,
	`duty` text,
	`period` text,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`day` text,
	`text` text NOT NULL,
	`submission` integer,
	`withdrawn_at` text
);
--> statement-breakpoint
CREATE INDEX `attachment_square` ON `attachment` (`period`,`duty`,`unit`);--> statement-breakpoint
CREATE INDEX `attachment_batch` ON `attachment` (`batch`);--> statement-breakpoint
CREATE TABLE `correction` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`lineage` integer NOT NULL,
	`record` integer NOT NULL,
	`batch` text NOT NULL,
	`field` text NOT NULL,
	`before` text NOT NULL,
	`value` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`undone_at` text
);
--> statement-breakpoint
CREATE INDEX `correction_lineage` ON `correction` (`lineage`);--> statement-breakpoint
CREATE INDEX `correction_batch` ON `correction` (`batch`);--> statement-breakpoint
CREATE TABLE `learned_name` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`unit` text NOT NULL,
	`batch` text NOT NULL,
	`uses` integer NOT NULL,
	`learned_at` text NOT NULL,
	`forgotten_at` text
);
--> statement-breakpoint
CREATE TABLE `mapping` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit` text,
	`template` text NOT NULL,
	`fingerprint` text NOT NULL,
	`headers` text NOT NULL,
	`columns` text NOT NULL,
	`uses` integer NOT NULL,
	`batch` text NOT NULL,
	`learned_at` text NOT NULL,
	`used_at` text NOT NULL,
	`forgotten_at` text
);
--> statement-breakpoint
CREATE INDEX `mapping_template` ON `mapping` (`template`,`unit`);--> statement-breakpoint
CREATE TABLE `period_lock` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`period` text NOT NULL,
	`locked` integer NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`reason` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `return_slip` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`batch` text NOT NULL,
	`imported_file` integer NOT NULL,
	`source` text NOT NULL,
	`unit` text NOT NULL,
	`duty` text NOT NULL,
	`period` text NOT NULL,
	`template` text NOT NULL,
	`findings` integer NOT NULL,
	`errors` integer NOT NULL,
	`items` text NOT NULL,
	`withdrawn_at` text
);
--> statement-breakpoint
CREATE INDEX `return_slip_square` ON `return_slip` (`period`,`duty`,`unit`);--> statement-breakpoint
CREATE INDEX `return_slip_batch` ON `return_slip` (`batch`);--> statement-breakpoint
CREATE TABLE `upload` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`template` text NOT NULL,
	`period` text NOT NULL,
	`rows` integer NOT NULL,
	`file` text NOT NULL,
	`undone_at` text
);
--> statement-breakpoint
CREATE TABLE `upload_item` (
	`upload` text NOT NULL,
	`lineage` integer NOT NULL,
	`record` integer NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`upload`, `lineage`)
);
--> statement-breakpoint
CREATE INDEX `upload_item_lineage` ON `upload_item` (`lineage`);--> statement-breakpoint
ALTER TABLE `audit` ADD `by` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `batch` ADD `kind` text DEFAULT 'import' NOT NULL;--> statement-breakpoint
ALTER TABLE `batch` ADD `by` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `finding` ADD `confirmed_by` text;--> statement-breakpoint
ALTER TABLE `imported_file` ADD `container` text;--> statement-breakpoint
ALTER TABLE `imported_file` ADD `mail` text;--> statement-breakpoint
ALTER TABLE `submission` ADD `imported_file` integer;--> statement-breakpoint
ALTER TABLE `submission` ADD `sheet` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `submission` ADD `part` text DEFAULT '' NOT NULL;
CREATE TABLE `allotment` (
	`duty` text NOT NULL,
	`period` text NOT NULL,
	`unit` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`duty`, `period`, `unit`)
);
--> statement-breakpoint
CREATE TABLE `assignment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit` text NOT NULL,
	`duty` text NOT NULL,
	`role` text NOT NULL,
	`from` text,
	`to` text,
	`reason` text NOT NULL,
	`document_no` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`withdrawn_at` text
);
--> statement-breakpoint
CREATE INDEX `assignment_duty` ON `assignment` (`duty`,`unit`);--> statement-breakpoint
CREATE TABLE `calendar_year` (
	`year` integer PRIMARY KEY NOT NULL,
	`days` text NOT NULL,
	`source` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `county_day` (
	`day` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `draw` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`duty` text NOT NULL,
	`period` text NOT NULL,
	`seed` text NOT NULL,
	`units` text NOT NULL,
	`at` text NOT NULL,
	`by` text NOT NULL,
	`note` text NOT NULL,
	`withdrawn_at` text
);
--> statement-breakpoint
CREATE INDEX `draw_duty` ON `draw` (`duty`,`period`);--> statement-breakpoint
CREATE TABLE `duty_event` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`duty` text NOT NULL,
	`unit` text,
	`title` text NOT NULL,
	`day` text NOT NULL,
	`closed_on` text,
	`outcome` text NOT NULL,
	`note` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`withdrawn_at` text
);
--> statement-breakpoint
CREATE INDEX `duty_event_duty` ON `duty_event` (`duty`,`day`);--> statement-breakpoint
CREATE TABLE `exemption` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`unit` text NOT NULL,
	`duty` text,
	`from` text,
	`to` text,
	`period` text,
	`until` text,
	`reason` text NOT NULL,
	`approver` text NOT NULL,
	`document_no` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`withdrawn_at` text
);
--> statement-breakpoint
CREATE INDEX `exemption_unit` ON `exemption` (`unit`,`duty`);--> statement-breakpoint
CREATE TABLE `indicator` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`data` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `indicator_value` (
	`indicator` text NOT NULL,
	`period` text NOT NULL,
	`numerator` real,
	`denominator` real,
	`note` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`indicator`, `period`)
);
--> statement-breakpoint
ALTER TABLE `unit` ADD `parent` text;--> statement-breakpoint
ALTER TABLE `unit` ADD `former_names` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `unit` ADD `succession` text;--> statement-breakpoint
ALTER TABLE `unit_group` ADD `revisions` text DEFAULT '[]' NOT NULL;
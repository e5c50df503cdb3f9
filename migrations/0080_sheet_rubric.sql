-- A rubric decided after a juror's confirmation used to leave the juror's empty sheets under the rubric before it.
UPDATE sheet s SET rubric_version = (SELECT max(b.version) FROM category_rubric b WHERE b.region_id = s.region_id AND b.category_id = s.category_id)
WHERE s.revision = 0;

"""Where a word stands in an entry is a zone: a place is where people live."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0001_squashed_0007_flow")]

    operations = [
        migrations.RemoveConstraint(model_name="wordentries", name="word_entries_unique"),
        migrations.RenameField(model_name="wordentries", old_name="place", new_name="zone"),
        migrations.AddConstraint(
            model_name="wordentries",
            constraint=models.UniqueConstraint(fields=("zone", "word"), name="word_entries_unique"),
        ),
    ]

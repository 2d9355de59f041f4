package io.muster.report.print;

import io.muster.domain.tree.TreeChange;
import io.muster.report.bulletin.Bulletin;
import io.muster.report.bulletin.TreeChangeReport.ReportedChange;
import io.muster.report.wording.TreeWording;
import io.muster.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/** The sentences of a bulletin about area tree changes, one per change. */
record TreeSentences(Bulletin bulletin, Wording wording) {

    List<String> said() {
        List<String> said = new ArrayList<>();
        bulletin.tree().made().forEach(told -> said.add(sentence(told)));
        bulletin.tree()
                .later()
                .forEach(told -> said.add(wording.say("tree.later", wording.day(bulletin.asOfDay()), sentence(told))));
        return said;
    }

    private String sentence(ReportedChange told) {
        TreeChange change = told.change();
        TreeWording tree = new TreeWording(wording, bulletin.tree().named());
        Long people = told.people();
        return wording.say(
                people == null ? "tree.left" : "tree.moved",
                tree.moved(change),
                tree.parent(change.from()),
                tree.parent(change.to()),
                wording.day(told.on()),
                people == null ? "" : figures(change, people));
    }

    private String figures(TreeChange change, long people) {
        List<String> figures = new ArrayList<>();
        if (!change.losing().isEmpty()) {
            figures.add(wording.difference(-people));
        }
        if (!change.gaining().isEmpty()) {
            figures.add(wording.difference(people));
        }
        return String.join(" / ", figures);
    }
}

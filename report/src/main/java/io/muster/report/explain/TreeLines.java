package io.muster.report.explain;

import io.muster.domain.tree.TreeChange;
import io.muster.report.explain.TreeEffects.Effect;
import io.muster.report.wording.TreeWording;
import io.muster.report.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of an explanation about area tree changes; empty if there were none. */
record TreeLines(Explanation explanation, Wording wording) {

    List<String> lines() {
        TreeEffects tree = explanation.tree();
        List<String> lines = new ArrayList<>();
        if (!tree.effects().isEmpty()) {
            lines.add("");
            lines.add(wording.say("explain.tree"));
            tree.effects().forEach(effect -> lines.add(line(effect)));
        }
        if (!tree.adjustments().isEmpty()) {
            lines.add(wording.say("explain.tree.adjustment", wording.difference(tree.adjustment()), days(tree)));
        }
        return lines;
    }

    private String line(Effect effect) {
        TreeChange change = effect.change();
        TreeWording tree = new TreeWording(wording, explanation.named());
        Long net = effect.net();
        String key = net == null ? "left" : change.changes(explanation.area().areaId()) ? "moved" : "itself";
        return wording.say(
                "explain.tree." + key,
                wording.moment(change.at(), explanation.campaign().zone()),
                tree.moved(change),
                tree.parent(change.from()),
                tree.parent(change.to()),
                wording.difference(net == null ? 0 : net));
    }

    private String days(TreeEffects tree) {
        return tree.adjustments().entrySet().stream()
                .map(day ->
                        wording.say("explain.tree.day", wording.day(day.getKey()), wording.difference(day.getValue())))
                .collect(Collectors.joining("; "));
    }
}

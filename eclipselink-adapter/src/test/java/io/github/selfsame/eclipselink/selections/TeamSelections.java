package io.github.selfsame.eclipselink.selections;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorCustomizer;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;

/** Selects the players of a team that are active, as EclipseLink's own way to filter an association. */
public class TeamSelections implements DescriptorCustomizer {

    @Override
    public void customize(ClassDescriptor descriptor) {
        ForeignReferenceMapping squad = (ForeignReferenceMapping) descriptor.getMappingForAttributeName("squad");
        ExpressionBuilder member = new ExpressionBuilder();
        squad.setSelectionCriteria(
                active(member).and(member.getField("PLAYER.TEAM_ID").equal(member.getParameter("TEAM.ID"))));
        ForeignReferenceMapping captain = (ForeignReferenceMapping) descriptor.getMappingForAttributeName("captain");
        ExpressionBuilder one = new ExpressionBuilder();
        captain.setSelectionCriteria(
                active(one).and(one.getField("PLAYER.ID").equal(one.getParameter("TEAM.CAPTAIN_ID"))));
    }

    private static Expression active(ExpressionBuilder player) {
        return player.getField("PLAYER.ACTIVE").equal(true);
    }
}
